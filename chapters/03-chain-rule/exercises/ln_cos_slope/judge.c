#include "judge.h"

double ln_cos_slope(double x);

static double ln_cos(double *const *x) {
    double v = cos(sin(sqrt(x[0][0])));
    return log(v * v);
}
static void answer(double *const *x, double *const *y) {
    y[0][0] = ln_cos_slope(x[0][0]);
}

/* What goes into sin, cos and the square, and the slope as it should be. */
static double root(double *const *x) {
    return sqrt(x[0][0]);
}
static double s(double *const *x) {
    return sin(root(x));
}
static double v(double *const *x) {
    return cos(s(x));
}
static double slope(double *const *x) {
    return -tan(s(x)) * cos(root(x)) / root(x);
}

static void value(double *const *x, double *const *y) {
    y[0][0] = ln_cos(x);
}
static void no_root(double *const *x, double *const *y) {
    y[0][0] = slope(x) * 2 * root(x);
}
static void no_root_sign(double *const *x, double *const *y) {
    y[0][0] = -slope(x) * 2 * root(x);
}
static void no_sine(double *const *x, double *const *y) {
    y[0][0] = -tan(s(x)) / root(x);
}
static void no_cosine(double *const *x, double *const *y) {
    y[0][0] = cos(root(x)) / root(x) / v(x);
}
static void no_square(double *const *x, double *const *y) {
    y[0][0] = slope(x) / (2 * v(x));
}
static void no_logarithm(double *const *x, double *const *y) {
    y[0][0] = slope(x) * v(x) * v(x);
}
static void logarithm_stays(double *const *x, double *const *y) {
    y[0][0] = ln_cos(x) * slope(x) * v(x) * v(x);
}
static void sign_lost(double *const *x, double *const *y) {
    y[0][0] = -slope(x);
}
static void no_two(double *const *x, double *const *y) {
    y[0][0] = slope(x) / 2;
}
static void no_half(double *const *x, double *const *y) {
    y[0][0] = slope(x) * 2;
}
static void square_along(double *const *x, double *const *y) {
    y[0][0] = slope(x) / 2 * tan(s(x));
}
static void square_along_minus(double *const *x, double *const *y) {
    y[0][0] = -slope(x) / 2 * tan(s(x));
}
static void tan_at_root(double *const *x, double *const *y) {
    y[0][0] = -tan(root(x)) * cos(root(x)) / root(x);
}
static void cos_at_x(double *const *x, double *const *y) {
    y[0][0] = -tan(s(x)) * cos(x[0][0]) / root(x);
}
static void root_above(double *const *x, double *const *y) {
    y[0][0] = slope(x) * x[0][0];
}

const judge_exercise exercise = {
    .inputs = {{"x"}},
    .outputs = {{"your answer"}},
    .example = {0.8},
    .low = 0.3,
    .high = 9,
    .answer = answer,
    .cost = ln_cos,
    .mistakes =
        {
            {"value-not-slope", "this is ln cos²(sin √x) itself, not its slope", value},
            {"missing-inner-derivative",
             "four of the five factors are there; the slope of the innermost is missing: √x brings "
             "1/(2√x)",
             no_root},
            {"missing-inner-derivative",
             "the slope of the innermost is missing, √x brings 1/(2√x); and the minus of −sin was "
             "lost",
             no_root_sign},
            {"missing-middle-derivative",
             "four of the five factors are there; the slope of the sine, cos √x, is missing",
             no_sine},
            {"missing-middle-derivative",
             "four of the five factors are there; the slope of the cosine, −sin(sin √x), is "
             "missing",
             no_cosine},
            {"missing-middle-derivative",
             "four of the five factors are there; the slope of the square, 2 cos(sin √x), is "
             "missing",
             no_square},
            {"missing-outer-derivative",
             "four of the five factors are there; the slope of ln u, 1/u with u = cos²(sin √x), is "
             "missing",
             no_logarithm},
            {"function-not-differentiated",
             "the inner factors are right, but the ln stayed ln: its slope is 1/u, with u = "
             "cos²(sin √x)",
             logarithm_stays},
            {"sign-lost",
             "the size is right and the sign is not: the slope of cos is −sin, and its minus was "
             "lost",
             sign_lost},
            {"power-not-brought-down",
             "this is half of it: the slope of v² is 2v, and its 2 is missing", no_two},
            {"half-lost",
             "this is twice too large: the slope of √x is 1/(2√x), and its 2 is missing", no_half},
            {"square-carried-along",
             "the slope of cos² is not that of cos, squared: the square is a link of its own and "
             "brings 2 cos(sin √x)",
             square_along},
            {"square-carried-along",
             "the slope of cos² is not that of cos, squared: the square is a link of its own and "
             "brings 2 cos(sin √x)",
             square_along_minus},
            {"wrong-place",
             "sin and cos in the tan are taken at √x; they belong at what goes into the cosine, "
             "sin √x",
             tan_at_root},
            {"wrong-place",
             "the slope of the sine is taken at x; it belongs at what goes into the sine: cos √x",
             cos_at_x},
            {"root-above",
             "the root belongs below the line, 1/(2√x): C reads 1 / 2 * sqrt(x) as a half times "
             "the root",
             root_above},
        },
};
