#include "judge.h"

double leaked(double x);

static double rate(double *const *x) {
    return exp(-x[0][0] / 2);
}
static void answer(double *const *x, double *const *y) {
    y[0][0] = leaked(x[0][0]);
}

static void unchanged(double *const *x, double *const *y) {
    y[0][0] = rate(x);
}
static void slope(double *const *x, double *const *y) {
    y[0][0] = -rate(x) / 2;
}
static void no_factor(double *const *x, double *const *y) {
    y[0][0] = -rate(x);
}
static void no_sign(double *const *x, double *const *y) {
    y[0][0] = 2 * rate(x);
}
static void power_rule(double *const *x, double *const *y) {
    y[0][0] = exp(1 - x[0][0] / 2) / (1 - x[0][0] / 2);
}
static void inside_too(double *const *x, double *const *y) {
    y[0][0] = exp(-x[0][0] * x[0][0] / 4);
}
static void rectangle(double *const *x, double *const *y) {
    y[0][0] = x[0][0] * rate(x);
}

static void sign_inside(double *const *x, double *const *y) {
    y[0][0] = -2 * exp(x[0][0] / 2);
}

const judge_exercise exercise = {
    .inputs = {{"x"}},
    .outputs = {{"F"}},
    .example = {0},
    .low = 0,
    .high = 6,
    .answer = answer,
    .integrand = rate,
    .mistakes =
        {
            {"integrand-itself",
             "this is f itself. Its slope has a factor −1/2 too much: the slope of what is inside",
             unchanged},
            {"slope-not-antiderivative",
             "this is the slope of f, and you are asked for the way back: divide by the slope of "
             "the inside where differentiating multiplies. (In C, / -1 / 2 divides by −1, and then "
             "by "
             "2: the fraction needs brackets)",
             slope},
            {"missing-factor",
             "the sign is right, and a factor is missing: dividing by −1/2 is multiplying by −2",
             no_factor},
            {"sign",
             "the size is right, and a minus is missing: the slope of −x/2 is −1/2, not 1/2",
             no_sign},
            {"power-rule-on-exponential",
             "the power rule is for x to a fixed power: here x is in the exponent, and e^u is its "
             "own antiderivative",
             power_rule},
            {"both-undone",
             "the outer function and the inside cannot be undone one after the other: leave −x/2 "
             "as it is, and divide by its slope",
             inside_too},
            {"rate-times-time",
             "rate times time is right for a rate that never changes: this one falls all the time",
             rectangle},
            {"sign-inside", "e^(x/2) grows where e^(−x/2) falls: the minus in the exponent is lost",
             sign_inside},
        },
};
