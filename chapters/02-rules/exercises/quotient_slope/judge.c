#include "judge.h"

double quotient_slope(double x);

static double quotient(double *const *x) {
    return x[0][0] / (1 + x[0][0] * x[0][0]);
}
static void answer(double *const *x, double *const *y) {
    y[0][0] = quotient_slope(x[0][0]);
}

static double square(double *const *x) {
    return x[0][0] * x[0][0];
}
static double bottom(double *const *x) {
    return 1 + square(x);
}

static void value(double *const *x, double *const *y) {
    y[0][0] = quotient(x);
}
static void not_squared(double *const *x, double *const *y) {
    y[0][0] = (1 - square(x)) / bottom(x);
}
static void turned(double *const *x, double *const *y) {
    y[0][0] = (square(x) - 1) / (bottom(x) * bottom(x));
}
static void plus(double *const *x, double *const *y) {
    y[0][0] = (1 + 3 * square(x)) / (bottom(x) * bottom(x));
}
static void of_slopes(double *const *x, double *const *y) {
    y[0][0] = 1 / (2 * x[0][0]);
}
static void first_half(double *const *x, double *const *y) {
    y[0][0] = 1 / bottom(x);
}
static void second_half(double *const *x, double *const *y) {
    y[0][0] = -2 * square(x) / (bottom(x) * bottom(x));
}
static void bottom_only(double *const *x, double *const *y) {
    y[0][0] = -2 * x[0][0] / (bottom(x) * bottom(x));
}
static void top_slope_lost(double *const *x, double *const *y) {
    y[0][0] = (x[0][0] * bottom(x) - 2 * square(x)) / (bottom(x) * bottom(x));
}
static void constant_kept(double *const *x, double *const *y) {
    y[0][0] = (bottom(x) - x[0][0] * (1 + 2 * x[0][0])) / (bottom(x) * bottom(x));
}
static void wrong_square(double *const *x, double *const *y) {
    y[0][0] = (1 - square(x)) / (1 + square(x) * square(x));
}
static void no_brackets_above(double *const *x, double *const *y) {
    y[0][0] = 1 - square(x) / (bottom(x) * bottom(x));
}
static void no_brackets_rule(double *const *x, double *const *y) {
    y[0][0] = bottom(x) - 2 * square(x) / (bottom(x) * bottom(x));
}
static void no_brackets_below(double *const *x, double *const *y) {
    y[0][0] = 1 - square(x);
}

const judge_exercise exercise = {
    .inputs = {{"x"}},
    .outputs = {{"your answer"}},
    .example = {2},
    .low = -4,
    .high = 4,
    .answer = answer,
    .cost = quotient,
    .mistakes =
        {
            {"value-not-slope", "this is the quotient itself, not its slope", value},
            {"quotient-not-squared",
             "above the line all is right; below it the square is missing, (1 + x²)²", not_squared},
            {"quotient-turned",
             "the two terms above the line are exchanged: the top changes first, f' g − f g'",
             turned},
            {"quotient-sign", "between the two terms above the line belongs a minus: f' g − f g'",
             plus},
            {"quotient-of-slopes",
             "the two slopes are divided; the quotient rule is (f' g − f g')/g²", of_slopes},
            {"quotient-half",
             "this is f' g/g², the top changing; the bottom changes too: − f g'/g² is missing",
             first_half},
            {"quotient-half",
             "this is − f g'/g², the bottom changing; the top changes too: f' g/g² is missing",
             second_half},
            {"missing-factor",
             "this is the slope of 1/(1 + x²): the top is x, so both terms above the line have a "
             "part of it",
             bottom_only},
            {"function-not-differentiated",
             "in the first term the top changes: its slope, 1, belongs there, not x",
             top_slope_lost},
            {"constant-kept",
             "the slope of the bottom is 2x: the 1 in 1 + x² does not move, and its slope is 0",
             constant_kept},
            {"wrong-square",
             "(1 + x²)² is not 1 + x⁴: write it as a product, (1 + x * x) * (1 + x * x)",
             wrong_square},
            {"missing-brackets",
             "C divides before it subtracts, so only the last part is divided: put all that stands "
             "above the line in brackets",
             no_brackets_above},
            {"missing-brackets",
             "C divides before it subtracts, so only the last part is divided: put all that stands "
             "above the line in brackets",
             no_brackets_rule},
            {"missing-brackets",
             "a / b * b divides by b and multiplies by it again: the square below the line needs "
             "brackets, a / (b * b)",
             no_brackets_below},
        },
};
