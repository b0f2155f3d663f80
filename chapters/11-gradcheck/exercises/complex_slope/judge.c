#include "judge.h"

double complex_slope(double x);

static double value(double x) {
    return exp(sin(x)) / sqrt(1 + x * x);
}
static double slope(double x) {
    return value(x) * (cos(x) - x / (1 + x * x));
}

static void answer(double *const *x, double *const *y) {
    y[0][0] = complex_slope(x[0][0]);
}
static void expected(double *const *x, double *const *y) {
    y[0][0] = slope(x[0][0]);
}

/* Is it 0, and not only tiny? */
static void dropped(double *const *x, double *const *y) {
    double yours = complex_slope(x[0][0]);
    y[0][0] = yours == 0 ? yours : NAN;
}
static void real_part(double *const *x, double *const *y) {
    y[0][0] = value(x[0][0]);
}
static void real_part_divided(double *const *x, double *const *y) {
    y[0][0] = value(x[0][0]) / 1e-20;
}
/* Is it the slope times some h? At 0 the slope is 1. */
static void undivided(double *const *x, double *const *y) {
    double yours = complex_slope(x[0][0]), h = complex_slope(0);
    int is = h > 0 && h < 0.01 && fabs(yours - h * slope(x[0][0])) <= 0.001 * h * value(x[0][0]);
    y[0][0] = is ? yours : NAN;
}
static void upper_only(double *const *x, double *const *y) {
    y[0][0] = value(x[0][0]) * cos(x[0][0]);
}
static void lower_only(double *const *x, double *const *y) {
    y[0][0] = -value(x[0][0]) * x[0][0] / (1 + x[0][0] * x[0][0]);
}
/* Is it right to four digits? */
static void first_digits(double *const *x, double *const *y) {
    double yours = complex_slope(x[0][0]), right = slope(x[0][0]);
    y[0][0] = fabs(yours - right) <= 1e-4 * value(x[0][0]) ? yours : NAN;
}

const judge_exercise exercise = {
    .inputs = {{"x"}},
    .outputs = {{"complex_slope"}},
    .example = {0},
    .low = -3,
    .high = 3,
    .answer = answer,
    .expected = expected,
    .accuracy = 1e-12,
    .mistakes =
        {
            {"dropped",
             "the imaginary part got lost on the way: exp, sin and sqrt drop it without a word, "
             "cexp, csin and csqrt keep it. Or the step was h, where I * h belongs",
             dropped},
            {"wrong-part",
             "this is f itself, the real part: the slope is in the imaginary part, divided by h",
             real_part},
            {"wrong-part",
             "the real part does not know about the step: the slope is in the imaginary part",
             real_part_divided},
            {"undivided",
             "this is h times the slope: the imaginary part is still to be divided by h",
             undivided},
            {"dropped",
             "the step has not reached √(1 + z²): a csqrt is missing, or there is an x where z "
             "belongs",
             upper_only},
            {"dropped",
             "the step has reached √(1 + z²) alone: a cexp or a csin is missing, or there is an x "
             "where z belongs",
             lower_only},
            {"lost-digits",
             "the first digits are right and the last are not. Either two nearly equal values are "
             "subtracted, or the step sideways is too long: there, 1e-20 is not too short",
             first_digits},
        },
};
