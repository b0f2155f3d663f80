#include "judge.h"

double softplus_slope(double z);

static double softplus(double *const *x) { return log1p(exp(x[0][0])); }
static void answer(double *const *x, double *const *y) { y[0][0] = softplus_slope(x[0][0]); }

static void no_inner(double *const *x, double *const *y) { y[0][0] = 1 / (1 + exp(x[0][0])); }
static void no_outer(double *const *x, double *const *y) { y[0][0] = exp(x[0][0]); }
static void value(double *const *x, double *const *y) { y[0][0] = softplus(x); }
static void twice(double *const *x, double *const *y) {
    double s = 1 / (1 + exp(-x[0][0]));
    y[0][0] = s * (1 - s);
}

const judge_exercise exercise = {
    .inputs = {{"z"}}, .outputs = {{"softplus_slope"}}, .example = {0}, .low = -6, .high = 6,
    .answer = answer, .cost = softplus,
    .mistakes = {
        {"missing-inner-derivative", "1/(1 + e^z) is the outer slope alone: it is still to be multiplied by the slope of the inside, e^z", no_inner},
        {"missing-outer-derivative", "e^z is the slope of the inside alone: the slope of ln u, 1/u, is missing", no_outer},
        {"value-not-slope", "this is softplus itself, not its slope", value},
        {"differentiated-twice", "σ(1 − σ) is the slope of the slope: one derivative too many", twice},
    },
};
