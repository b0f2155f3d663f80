#include "judge.h"

double edge_slope(double f0, double f1, double f2, double h);

static double near_slope(double *const *x) {
    return (x[1][0] - x[0][0]) / x[3][0];
}
static double wide_slope(double *const *x) {
    return (x[2][0] - x[0][0]) / (2 * x[3][0]);
}
static double last_slope(double *const *x) {
    return (x[2][0] - x[1][0]) / x[3][0];
}

static void answer(double *const *x, double *const *y) {
    y[0][0] = edge_slope(x[0][0], x[1][0], x[2][0], x[3][0]);
}
static void expected(double *const *x, double *const *y) {
    y[0][0] = 2 * near_slope(x) - wide_slope(x);
}
static void draw(double *const *x) {
    x[3][0] = judge_uniform(0.05, 0.5);
}

static void forward(double *const *x, double *const *y) {
    y[0][0] = near_slope(x);
}
static void central(double *const *x, double *const *y) {
    y[0][0] = wide_slope(x);
}
static void fourths(double *const *x, double *const *y) {
    y[0][0] = near_slope(x) + (near_slope(x) - wide_slope(x)) / 3;
}
static void fifteenths(double *const *x, double *const *y) {
    y[0][0] = near_slope(x) + (near_slope(x) - wide_slope(x)) / 15;
}
static void exchanged(double *const *x, double *const *y) {
    y[0][0] = 2 * wide_slope(x) - near_slope(x);
}
static void mean(double *const *x, double *const *y) {
    y[0][0] = (near_slope(x) + wide_slope(x)) / 2;
}
static void narrow(double *const *x, double *const *y) {
    y[0][0] = 2 * near_slope(x) - (x[2][0] - x[0][0]) / x[3][0];
}
static void other_end(double *const *x, double *const *y) {
    y[0][0] = 2 * last_slope(x) - wide_slope(x);
}

static void error_itself(double *const *x, double *const *y) {
    y[0][0] = near_slope(x) - wide_slope(x);
}
static void error_turned(double *const *x, double *const *y) {
    y[0][0] = wide_slope(x) - near_slope(x);
}

const judge_exercise exercise = {
    .inputs = {{"f0"}, {"f1"}, {"f2"}, {"h"}},
    .outputs = {{"edge_slope"}},
    .example = {1, 1.21, 1.44, 0.1},
    .low = -2,
    .high = 2,
    .draw = draw,
    .answer = answer,
    .expected = expected,
    .mistakes =
        {
            {"not-extrapolated",
             "this is the forward difference with the step h: the part of its error that grows "
             "with h is still in it",
             forward},
            {"slope-elsewhere",
             "(f2 − f0)/(2h) is a good slope in the middle, at x + h, and a poor one at x",
             central},
            {"wrong-weights",
             "dividing by 3 is right for central differences, whose error goes with h²: that of a "
             "forward difference goes with h",
             fourths},
            {"wrong-weights",
             "dividing by 15 is right for central differences at h/4 and h: here the errors are C "
             "h and 2C h",
             fifteenths},
            {"exchanged",
             "D(h) and D(2h) have changed places: it is the one with the smaller error that counts "
             "twice",
             exchanged},
            {"wrong-weights",
             "a mean of the two only mixes their errors: C h and 2C h must cancel, so one of them "
             "is to be subtracted",
             mean},
            {"wrong-width", "from f0 to f2 the width is 2h, not h", narrow},
            {"slope-elsewhere",
             "this is the slope at the last of the three places, x + 2h, and not at x", other_end},
            {"error-not-slope",
             "this is the error of D(h), but for its sign: take C h away from D(h)", error_itself},
            {"error-not-slope",
             "this is C h, the error of D(h): it is still to be taken away from D(h)",
             error_turned},
        },
};
