#include "judge.h"

double polynomial_slope(double x, double a, double b, double c);

enum { X, A, B, C };

static void answer(double *const *x, double *const *y) {
    y[0][0] = polynomial_slope(x[X][0], x[A][0], x[B][0], x[C][0]);
}
static double polynomial(double *const *x) {
    double t = x[X][0];
    return x[A][0] * t * t * t + x[B][0] * t + x[C][0];
}

/* What stands in front of x³, x and 1, and the three slopes as someone has them. */
static double sum(double *const *x, double cube, double line, double constant) {
    return x[A][0] * cube + x[B][0] * line + x[C][0] * constant;
}
static double square(double *const *x) {
    return x[X][0] * x[X][0];
}

static void value(double *const *x, double *const *y) {
    y[0][0] = polynomial(x);
}
static void constant_kept(double *const *x, double *const *y) {
    y[0][0] = sum(x, 3 * square(x), 1, 1);
}
static void line_kept(double *const *x, double *const *y) {
    y[0][0] = sum(x, 3 * square(x), x[X][0], 0);
}
static void line_lost(double *const *x, double *const *y) {
    y[0][0] = sum(x, 3 * square(x), 0, 0);
}
static void not_brought_down(double *const *x, double *const *y) {
    y[0][0] = sum(x, square(x), 1, 0);
}
static void cube_kept(double *const *x, double *const *y) {
    y[0][0] = sum(x, 3 * square(x) * x[X][0], 1, 0);
}
static void both_kept(double *const *x, double *const *y) {
    y[0][0] = sum(x, 3 * square(x) * x[X][0], x[X][0], 0);
}
static void lowered_twice(double *const *x, double *const *y) {
    y[0][0] = sum(x, 3 * x[X][0], 1, 0);
}
static void two_in_front(double *const *x, double *const *y) {
    y[0][0] = sum(x, 2 * square(x), 1, 0);
}
static void factors_lost(double *const *x, double *const *y) {
    y[0][0] = 3 * square(x) + 1;
}
static void all_squared(double *const *x, double *const *y) {
    double u = 3 * x[A][0] * x[X][0];
    y[0][0] = u * u + x[B][0];
}
static void inside_squared(double *const *x, double *const *y) {
    double u = x[A][0] * x[X][0];
    y[0][0] = 3 * u * u + x[B][0];
}

const judge_exercise exercise = {
    .inputs = {{"x"}, {"a"}, {"b"}, {"c"}},
    .outputs = {{"your answer"}},
    .example = {2, 1, -4, 7},
    .low = -3,
    .high = 3,
    .answer = answer,
    .cost = polynomial,
    .mistakes =
        {
            {"value-not-slope", "this is the polynomial itself, not its slope", value},
            {"constant-kept",
             "c is a fixed number: it lifts the curve and does not tilt it, so its slope is 0",
             constant_kept},
            {"function-not-differentiated",
             "the slope of b x is b: the x in it became the 1 that is its slope", line_kept},
            {"missing-term",
             "the slope of a x³ is right; b x rises too, by b for each step of 1, and its slope is "
             "missing",
             line_lost},
            {"power-not-brought-down",
             "the exponent 3 comes down as a factor: the slope of x³ is 3x², not x²",
             not_brought_down},
            {"power-off-by-one",
             "the exponent was not lowered by one: the slope of x³ is 3x², not 3x³", cube_kept},
            {"power-off-by-one",
             "no exponent was lowered by one: the slope of x³ is 3x² and that of x is 1",
             both_kept},
            {"power-off-by-one", "the exponent was lowered too far: the slope of x³ is 3x², not 3x",
             lowered_twice},
            {"wrong-factor",
             "the exponent comes down as it was before it was lowered: 3x², not 2x²", two_in_front},
            {"multiple-lost", "a fixed factor stays in front of a slope: a and b are missing",
             factors_lost},
            {"squared-too-much", "in 3 a x² only x is squared; here 3 and a are squared with it",
             all_squared},
            {"squared-too-much", "in 3 a x² only x is squared; here a is squared with it",
             inside_squared},
        },
};
