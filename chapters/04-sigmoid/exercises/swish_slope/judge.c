#include "judge.h"

double swish_slope(double z);

static double sigmoid(double z) { return 1 / (1 + exp(-z)); }
static double swish(double *const *x) { return x[0][0] * sigmoid(x[0][0]); }
static void answer(double *const *x, double *const *y) { y[0][0] = swish_slope(x[0][0]); }

static void first_half(double *const *x, double *const *y) { y[0][0] = sigmoid(x[0][0]); }
static void second_half(double *const *x, double *const *y) {
    double s = sigmoid(x[0][0]);
    y[0][0] = x[0][0] * s * (1 - s);
}
static void slopes_multiplied(double *const *x, double *const *y) {
    double s = sigmoid(x[0][0]);
    y[0][0] = s * (1 - s);
}
static void minus(double *const *x, double *const *y) {
    double s = sigmoid(x[0][0]);
    y[0][0] = s - x[0][0] * s * (1 - s);
}
static void no_z(double *const *x, double *const *y) {
    double s = sigmoid(x[0][0]);
    y[0][0] = s + s * (1 - s);
}
static void value(double *const *x, double *const *y) { y[0][0] = swish(x); }

const judge_exercise exercise = {
    .inputs = {{"z"}}, .outputs = {{"swish_slope"}}, .example = {0}, .low = -6, .high = 6,
    .answer = answer, .cost = swish,
    .mistakes = {
        {"product-rule-half", "σ(z) is the first half of the product rule; z times the slope of σ is missing", first_half},
        {"product-rule-half", "z σ(1 − σ) is the second half of the product rule; 1 times σ(z) is missing", second_half},
        {"slopes-multiplied", "the slope of a product is not the product of the slopes", slopes_multiplied},
        {"product-rule-minus", "the two halves of the product rule are added, not subtracted", minus},
        {"missing-factor", "the slope of σ is to be multiplied by z, the factor that stands still in that half", no_z},
        {"value-not-slope", "this is swish itself, not its slope", value},
    },
};
