#include "judge.h"

#include <stdlib.h>

double power(double x, int n);

static int n_of(double *const *x) {
    return (int)x[1][0];
}
static void answer(double *const *x, double *const *y) {
    y[0][0] = power(x[0][0], n_of(x));
}
static void expected(double *const *x, double *const *y) {
    y[0][0] = pow(x[0][0], n_of(x));
}

/* Whole exponents of both signs and 0, and x of both signs. */
static void draw(double *const *x) {
    static const double n[] = {3, 1, 0, -1, 2, -2, 5, 4, -4, 6, 1};
    static int count;
    x[0][0] = (x[0][0] < 0 ? -1 : 1) * (floor(judge_uniform(2, 10)) / 4 + 0.125);
    x[1][0] = n[count++ % 11];
}

/* What a loop of `rounds` gives, 0 rounds if that is negative. */
static double product(double x, int rounds) {
    double p = 1;
    for (int i = 0; i < rounds; i++)
        p *= x;
    return p;
}
static double either(double x, int n, int more) {
    return n < 0 ? 1 / product(x, more - n) : product(x, n + more);
}
static void no_branch(double *const *x, double *const *y) {
    y[0][0] = product(x[0][0], n_of(x));
}
static void zero_below(double *const *x, double *const *y) {
    y[0][0] = n_of(x) < 0 ? 0 : product(x[0][0], n_of(x));
}
static void too_many(double *const *x, double *const *y) {
    y[0][0] = either(x[0][0], n_of(x), 1);
}
static void too_many_no_branch(double *const *x, double *const *y) {
    y[0][0] = n_of(x) < 0 ? 1 : product(x[0][0], n_of(x) + 1);
}
static void too_few(double *const *x, double *const *y) {
    y[0][0] = either(x[0][0], n_of(x), -1);
}
static void too_few_no_branch(double *const *x, double *const *y) {
    y[0][0] = product(x[0][0], n_of(x) - 1);
}
static void not_for_zero(double *const *x, double *const *y) {
    int n = n_of(x);
    y[0][0] = n == 0 ? x[0][0] : either(x[0][0], n, 0);
}
static void zero(double *const *x, double *const *y) {
    y[0][0] = 0 * x[0][0];
}
static void multiple(double *const *x, double *const *y) {
    y[0][0] = n_of(x) * x[0][0];
}
static void no_reciprocal(double *const *x, double *const *y) {
    y[0][0] = product(x[0][0], abs(n_of(x)));
}
static void minus(double *const *x, double *const *y) {
    int n = n_of(x);
    y[0][0] = n < 0 ? -product(x[0][0], -n) : product(x[0][0], n);
}
static void squared(double *const *x, double *const *y) {
    int n = n_of(x);
    double p = x[0][0];
    for (int i = 0; i < abs(n); i++)
        p *= p;
    y[0][0] = n < 0 ? 1 / p : p;
}
static void whole(double *const *x, double *const *y) {
    int n = n_of(x), p = 1;
    for (int i = 0; i < abs(n); i++)
        p = (int)(p * x[0][0]);
    y[0][0] = n < 0 ? 1.0 / p : p;
}

const judge_exercise exercise = {
    .inputs = {{"x"}, {"n"}},
    .outputs = {{"your answer"}},
    .example = {2, -3},
    .low = -1,
    .high = 1,
    .draw = draw,
    .answer = answer,
    .expected = expected,
    .mistakes =
        {
            {"missing-branch",
             "for n above and at 0 it is right; for a negative n the loop makes no round at all, "
             "so that case needs an if of its own",
             no_branch},
            {"missing-branch",
             "for n above and at 0 it is right; for a negative n it answers 0, where 1 / x^(−n) is "
             "wanted",
             zero_below},
            {"one-too-many",
             "it has one factor too many: i <= n makes n + 1 rounds, and a product that begins "
             "with x has a factor before the first",
             too_many},
            {"one-too-many",
             "it has one factor too many, since i <= n makes n + 1 rounds; and a negative n needs "
             "an if of its own",
             too_many_no_branch},
            {"one-too-few",
             "it has one factor too few: i = 0; i < n makes n rounds, i = 1; i < n makes n − 1",
             too_few},
            {"one-too-few",
             "it has one factor too few, since i = 1; i < n makes n − 1 rounds; and a negative n "
             "needs an if of its own",
             too_few_no_branch},
            {"zero-exponent",
             "all is right but x^0, which is 1, not x: a product of no factors begins and ends as "
             "1",
             not_for_zero},
            {"zero", "it is always 0: a product that begins with 0 stays 0, so begin with 1", zero},
            {"multiple",
             "this is n times x, n summands; a power has n factors: multiply in each round",
             multiple},
            {"missing-reciprocal",
             "a negative n makes the right number of rounds, but 1 divided by the product is "
             "missing",
             no_reciprocal},
            {"minus-outside",
             "a minus in the exponent does not make the power negative: it means 1 divided by it",
             minus},
            {"squared-each-round",
             "each round multiplies the result by itself and so doubles the number of factors: "
             "multiply by x",
             squared},
            {"whole-numbers",
             "the product is kept in an int, which drops what comes after the point: make it a "
             "double",
             whole},
        },
};
