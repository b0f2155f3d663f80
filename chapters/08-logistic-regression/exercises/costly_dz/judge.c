#include "judge.h"

enum { M = 4 };

void costly_dz(const double *z, const double *y, int m, double kappa, double *dz);

static double sigmoid(double z) {
    return 1 / (1 + exp(-z));
}
static double cost(double *const *x) {
    double sum = 0;
    for (int i = 0; i < M; i++)
        sum += x[1][i] == 1 ? x[2][0] * log1p(exp(-x[0][i])) : log1p(exp(x[0][i]));
    return sum;
}
static void answer(double *const *x, double *const *y) {
    costly_dz(x[0], x[1], M, x[2][0], y[0]);
}
static void draw(double *const *x) {
    for (int i = 0; i < M; i++)
        x[1][i] = judge_uniform(0, 1) < 0.5;
    x[2][0] = judge_uniform(1.5, 6);
}

/* The mistakes, for one example each: z, its a and y, and κ. */
typedef double formula(double z, double a, double y, double kappa);
static void each(formula *f, double *const *x, double *const *y) {
    for (int i = 0; i < M; i++)
        y[0][i] = f(x[0][i], sigmoid(x[0][i]), x[1][i], x[2][0]);
}
static double right_dz(double z, double a, double y, double k) {
    return k * y * (a - 1) + (1 - y) * a + 0 * z;
}
static double regular(double z, double a, double y, double k) {
    return a - y + 0 * z * k;
}
static double all(double z, double a, double y, double k) {
    return k * (a - y) + 0 * z;
}
static double label(double z, double a, double y, double k) {
    return a - k * y + 0 * z;
}
static double others(double z, double a, double y, double k) {
    return (1 - y) * k * a + y * (a - 1) + 0 * z;
}
static double flipped(double z, double a, double y, double k) {
    return right_dz(z, a, 1 - y, k);
}
static double mean(double z, double a, double y, double k) {
    return right_dz(z, a, y, k) / M;
}
static double by_a(double z, double a, double y, double k) {
    return -k * y / a + (1 - y) / (1 - a) + 0 * z;
}
static double twice(double z, double a, double y, double k) {
    return right_dz(z, a, y, k) * a * (1 - a);
}
static double no_sigmoid(double z, double a, double y, double k) {
    return right_dz(a, z, y, k);
}
static double loss(double z, double a, double y, double k) {
    return -(k * y * log(a) + (1 - y) * log(1 - a)) + 0 * z;
}
static double minus(double z, double a, double y, double k) {
    return k * y * (a - 1) - (1 - y) * a + 0 * z;
}

static void f_regular(double *const *x, double *const *y) {
    each(regular, x, y);
}
static void f_all(double *const *x, double *const *y) {
    each(all, x, y);
}
static void f_label(double *const *x, double *const *y) {
    each(label, x, y);
}
static void f_others(double *const *x, double *const *y) {
    each(others, x, y);
}
static void f_flipped(double *const *x, double *const *y) {
    each(flipped, x, y);
}
static void f_mean(double *const *x, double *const *y) {
    each(mean, x, y);
}
static void f_by_a(double *const *x, double *const *y) {
    each(by_a, x, y);
}
static void f_twice(double *const *x, double *const *y) {
    each(twice, x, y);
}
static void f_no_sigmoid(double *const *x, double *const *y) {
    each(no_sigmoid, x, y);
}
static void f_loss(double *const *x, double *const *y) {
    each(loss, x, y);
}
static void f_minus(double *const *x, double *const *y) {
    each(minus, x, y);
}

static double no_minus(double z, double a, double y, double k) {
    return right_dz(z, 1 - a, y, k);
}
static double guess(double z, double a, double y, double k) {
    return y * (k * a - 1) + (1 - y) * a + 0 * z;
}
static double turned(double z, double a, double y, double k) {
    return y * k * (1 - a) + (1 - y) * a + 0 * z;
}
static double chance_of_0(double z, double a, double y, double k) {
    return y * k * (a - 1) + (1 - y) * (1 - a) + 0 * z;
}
static double no_label(double z, double a, double y, double k) {
    return y * k * a + (1 - y) * a + 0 * z;
}
static void f_no_minus(double *const *x, double *const *y) {
    each(no_minus, x, y);
}
static void f_guess(double *const *x, double *const *y) {
    each(guess, x, y);
}
static void f_turned(double *const *x, double *const *y) {
    each(turned, x, y);
}
static void f_chance_of_0(double *const *x, double *const *y) {
    each(chance_of_0, x, y);
}
static void f_no_label(double *const *x, double *const *y) {
    each(no_label, x, y);
}

#define FIXED "with more examples than before it is wrong: write m, and no number in its place"

/* More examples than usual: with z = 0 and y = 0, each dz is ½. */
static const char *other_sizes(void) {
    double zs[M + 1] = {0}, y[M + 1] = {0}, dz[M + 1] = {0};
    costly_dz(zs, y, M + 1, 3, dz);
    return fabs(dz[M] - 0.5) < 1e-9 ? NULL : FIXED;
}

const judge_exercise exercise = {
    .inputs = {{"z", M}, {"y", M}, {"kappa"}},
    .outputs = {{"dz", M}},
    .example = {0, 0, 1, -2, 1, 0, 1, 0, 3},
    .low = -3,
    .high = 3,
    .draw = draw,
    .answer = answer,
    .other_sizes = other_sizes,
    .cost = cost,
    .mistakes =
        {
            {"regular-loss",
             "this is the chapter's a − y; where y is 1, the loss and its slope are κ times as "
             "large",
             f_regular},
            {"weight-on-all", "κ counts only where y is 1; where y is 0 the loss is as it was",
             f_all},
            {"missing-factor",
             "in a − κ y the κ has reached the label but not the a: where y is 1, all of a − 1 is "
             "κ times as large",
             f_label},
            {"weight-on-others",
             "κ has gone to the examples with y = 0; the costly ones are those with y = 1",
             f_others},
            {"labels-flipped",
             "the two kinds are exchanged: κ (a − 1) belongs to y = 1, and a to y = 0", f_flipped},
            {"mean-in-dz",
             "dz has no 1/m: it is the slope of one example's own loss; the mean comes later, in "
             "dw and db",
             f_mean},
            {"missing-inner-derivative",
             "this is the slope by a; to get the slope by z, multiply by the slope of the sigmoid, "
             "a (1 − a)",
             f_by_a},
            {"sigmoid-derivative-twice",
             "a factor a (1 − a) is too much: a − 1 and a contain the slope of the sigmoid already",
             f_twice},
            {"missing-activation", "z stands where a = σ(z) belongs", f_no_sigmoid},
            {"value-not-slope", "this is the loss itself, not its slope", f_loss},
            {"sign", "where y is 0 the sign is wrong: the slope of −ln(1 − a) by z is a", f_minus},
            {"wrong-sigmoid", "σ has lost a minus: it is 1/(1 + e^(−z))", f_no_minus},
            {"missing-brackets",
             "where y is 1, κ has reached the a but not the −1: a − 1 needs its brackets", f_guess},
            {"sign", "where y is 1 the sign is wrong: the slope of −ln a by z is a − 1, below 0",
             f_turned},
            {"wrong-half", "where y is 0 the slope of −ln(1 − a) by z is a, not 1 − a",
             f_chance_of_0},
            {"missing-label", "where y is 1 the −1 is missing: κ (a − 1)", f_no_label},
        },
};
