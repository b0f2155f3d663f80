#include "judge.h"

double antiderivative(double x);

static double f(double *const *x) {
    return x[0][0] / (1 + x[0][0] * x[0][0]);
}
static void answer(double *const *x, double *const *y) {
    y[0][0] = antiderivative(x[0][0]);
}

static double u(double *const *x) {
    return 1 + x[0][0] * x[0][0];
}
static void no_half(double *const *x, double *const *y) {
    y[0][0] = log(u(x));
}
static void divided(double *const *x, double *const *y) {
    y[0][0] = x[0][0] == 0 ? 0 : log(u(x)) / (2 * x[0][0]);
}
static void x_outside(double *const *x, double *const *y) {
    y[0][0] = x[0][0] * log(u(x));
}
static void x_outside_half(double *const *x, double *const *y) {
    y[0][0] = x[0][0] * log(u(x)) / 2;
}
static void square_outside(double *const *x, double *const *y) {
    y[0][0] = x[0][0] * x[0][0] / 2 * log(u(x));
}
static void parts(double *const *x, double *const *y) {
    double t = x[0][0];
    y[0][0] = t == 0 ? 0 : t * t / 2 / (t + t * t * t / 3);
}
static void arctangent(double *const *x, double *const *y) {
    y[0][0] = x[0][0] * x[0][0] / 2 * atan(x[0][0]);
}
static void arctangent_too(double *const *x, double *const *y) {
    y[0][0] = x[0][0] * atan(x[0][0]);
}
static void slope(double *const *x, double *const *y) {
    y[0][0] = (1 - x[0][0] * x[0][0]) / (u(x) * u(x));
}
static void power(double *const *x, double *const *y) {
    y[0][0] = -1 / u(x);
}
static void power_half(double *const *x, double *const *y) {
    y[0][0] = -1 / (2 * u(x));
}
static void itself(double *const *x, double *const *y) {
    y[0][0] = f(x);
}
static void doubled(double *const *x, double *const *y) {
    y[0][0] = 2 * log(u(x));
}

static void without_1(double *const *x, double *const *y) {
    y[0][0] = log(fabs(x[0][0]));
}
static void without_1_whole(double *const *x, double *const *y) {
    y[0][0] = 2 * log(fabs(x[0][0]));
}
static void to_base_10(double *const *x, double *const *y) {
    y[0][0] = log10(u(x)) / 2;
}

const judge_exercise exercise = {
    .inputs = {{"x"}},
    .outputs = {{"F"}},
    .example = {1},
    .low = -3,
    .high = 3,
    .answer = answer,
    .integrand = f,
    .mistakes =
        {
            {"missing-factor", "the slope of ln(1 + x²) is 2x/(1 + x²): only half of it is wanted",
             no_half},
            {"factor-upside-down",
             "x is half of the slope of 1 + x², so half of ln(1 + x²) is wanted, not twice",
             doubled},
            {"divided-by-slope",
             "dividing by 2x is not allowed: x is not a fixed number and cannot be taken out of "
             "the integral. Here it need not go: x dx is half of du",
             divided},
            {"taken-outside",
             "the x above is not a fixed number and cannot stand outside: it is used up when x dx "
             "becomes half of du",
             x_outside},
            {"taken-outside",
             "the x above is not a fixed number and cannot stand outside: it is used up when x dx "
             "becomes half of du",
             x_outside_half},
            {"parts-alone",
             "antiderivatives of the two factors do not multiply: differentiate this by the "
             "product rule, and see",
             square_outside},
            {"parts-alone",
             "an antiderivative of the top over one of the bottom is no antiderivative of the "
             "fraction: differentiate it, and see",
             parts},
            {"parts-alone",
             "antiderivatives of the two factors do not multiply: differentiate this by the "
             "product rule, and see",
             arctangent},
            {"taken-outside",
             "arctan x belongs to 1/(1 + x²), and the x above cannot stand outside: it is not a "
             "fixed number",
             arctangent_too},
            {"slope-not-antiderivative",
             "this is the slope of f, and you are asked for the way back", slope},
            {"power-rule-on-reciprocal", "−1/u is an antiderivative of 1/u²: that of 1/u is ln u",
             power},
            {"power-rule-on-reciprocal", "−1/u is an antiderivative of 1/u²: that of 1/u is ln u",
             power_half},
            {"integrand-itself", "this is f itself", itself},
            {"missing-one",
             "the 1 below is lost: the slope of ln x² is 2/x, and that of ln(1 + x²) is 2x/(1 + "
             "x²)",
             without_1},
            {"missing-one",
             "the 1 below is lost: the slope of ln x² is 2/x, and that of ln(1 + x²) is 2x/(1 + "
             "x²)",
             without_1_whole},
            {"wrong-logarithm",
             "log10 is the logarithm to the base 10; ln, to the base e, is log in C", to_base_10},
        },
};
