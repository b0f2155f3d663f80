#include "judge.h"

double distance_slope(double x);

static double distance(double *const *x) {
    return sqrt(1 + x[0][0] * x[0][0]);
}
static void answer(double *const *x, double *const *y) {
    y[0][0] = distance_slope(x[0][0]);
}

static void value(double *const *x, double *const *y) {
    y[0][0] = distance(x);
}
static void no_inner(double *const *x, double *const *y) {
    y[0][0] = 1 / (2 * distance(x));
}
static void no_outer(double *const *x, double *const *y) {
    y[0][0] = 2 * x[0][0];
}
static void outer_stays(double *const *x, double *const *y) {
    y[0][0] = 2 * x[0][0] * distance(x);
}
static void at_x(double *const *x, double *const *y) {
    y[0][0] = sqrt(x[0][0]);
}
static void no_half(double *const *x, double *const *y) {
    y[0][0] = 2 * x[0][0] / distance(x);
}
static void not_lowered(double *const *x, double *const *y) {
    y[0][0] = x[0][0] * distance(x);
}
static void one_kept(double *const *x, double *const *y) {
    y[0][0] = (1 + 2 * x[0][0]) / (2 * distance(x));
}
static void slope_inside(double *const *x, double *const *y) {
    y[0][0] = 1 / (2 * sqrt(2 * x[0][0]));
}
static void no_root(double *const *x, double *const *y) {
    y[0][0] = x[0][0] / (1 + x[0][0] * x[0][0]);
}
static void added(double *const *x, double *const *y) {
    y[0][0] = 1 / (2 * distance(x)) + 2 * x[0][0];
}
static void one(double *const *x, double *const *y) {
    y[0][0] = 1 + 0 * x[0][0];
}

const judge_exercise exercise = {
    .inputs = {{"x"}},
    .outputs = {{"your answer"}},
    .example = {0.75},
    .low = 0.1,
    .high = 6,
    .answer = answer,
    .cost = distance,
    .mistakes =
        {
            {"value-not-slope", "this is the distance itself, not how fast it grows", value},
            {"missing-inner-derivative",
             "1/(2√(1 + x²)) is the outer slope alone; it is still to be multiplied by the slope "
             "of the inside, 2x",
             no_inner},
            {"missing-outer-derivative",
             "2x is the slope of the inside alone; the slope of √u, 1/(2√u), is missing", no_outer},
            {"function-not-differentiated",
             "the inside is differentiated and the root stayed as it was: its slope, 1/(2√u), "
             "belongs there",
             outer_stays},
            {"wrong-place",
             "the slope of the root is taken at x; it belongs at what goes into the root, 1 + x²",
             at_x},
            {"power-not-brought-down",
             "the slope of √u is 1/(2√u): its 2 was lost, so this is twice too large", no_half},
            {"power-off-by-one",
             "the exponent of the root, 1/2, is to be lowered by one, to −1/2: the root belongs "
             "below the line",
             not_lowered},
            {"missing-brackets",
             "a / 2 * b divides by 2 and multiplies by b: what stands below the line needs "
             "brackets, a / (2 * b)",
             not_lowered},
            {"constant-kept", "the slope of 1 + x² is 2x: the 1 does not move, and its slope is 0",
             one_kept},
            {"slope-inside",
             "the inner slope is put into the outer one; it belongs beside it: f'(u) · g'(x), with "
             "u = 1 + x²",
             slope_inside},
            {"missing-root",
             "below the line the root is missing: the slope of √u is 1/(2√u), not 1/(2u)", no_root},
            {"slopes-added", "the two factors of the chain rule are multiplied, not added", added},
            {"root-of-a-sum",
             "√(1 + x²) is not 1 + x, and its slope is not 1: a root does not go through a sum",
             one},
        },
};
