#include "judge.h"

double tangent_zero(double x0, double f0, double slope);

enum { X0, F0, SLOPE };

static void answer(double *const *x, double *const *y) {
    y[0][0] = tangent_zero(x[X0][0], x[F0][0], x[SLOPE][0]);
}
static void expected(double *const *x, double *const *y) {
    y[0][0] = x[X0][0] - x[F0][0] / x[SLOPE][0];
}

/* A slope that is well away from 0. */
static void draw(double *const *x) {
    double steep = judge_uniform(0.5, 4);
    x[SLOPE][0] = x[SLOPE][0] < 0 ? -steep : steep;
}

static void uphill(double *const *x, double *const *y) {
    y[0][0] = x[X0][0] + x[F0][0] / x[SLOPE][0];
}
static void way_only(double *const *x, double *const *y) {
    y[0][0] = -x[F0][0] / x[SLOPE][0];
}
static void way_only_plus(double *const *x, double *const *y) {
    y[0][0] = x[F0][0] / x[SLOPE][0];
}
static void turned(double *const *x, double *const *y) {
    y[0][0] = x[X0][0] - x[SLOPE][0] / x[F0][0];
}
static void multiplied(double *const *x, double *const *y) {
    y[0][0] = x[X0][0] - x[F0][0] * x[SLOPE][0];
}
static void at_zero(double *const *x, double *const *y) {
    y[0][0] = x[F0][0] - x[SLOPE][0] * x[X0][0];
}
static void no_brackets(double *const *x, double *const *y) {
    y[0][0] = (x[X0][0] - x[F0][0]) / x[SLOPE][0];
}
static void swapped(double *const *x, double *const *y) {
    y[0][0] = x[F0][0] - x[X0][0] / x[SLOPE][0];
}
static void undivided(double *const *x, double *const *y) {
    y[0][0] = x[X0][0] - x[F0][0];
}
static void not_to_the_end(double *const *x, double *const *y) {
    y[0][0] = x[SLOPE][0] * x[X0][0] - x[F0][0];
}

const judge_exercise exercise = {
    .inputs = {{"x0"}, {"f0"}, {"slope"}},
    .outputs = {{"your answer"}},
    .example = {2, 2, 4},
    .low = -4,
    .high = 4,
    .draw = draw,
    .answer = answer,
    .expected = expected,
    .mistakes =
        {
            {"sign-lost",
             "this walks the other way: f0 + slope · (x − x0) = 0 makes x − x0 equal to −f0/slope, "
             "with a minus",
             uphill},
            {"missing-start",
             "this is how far to walk, x − x0; the place to walk from, x0, is still to be added",
             way_only},
            {"missing-start",
             "this is how far to walk, with the sign lost; and the place to walk from, x0, is "
             "missing",
             way_only_plus},
            {"slope-turned",
             "the height divides the slope here; width is height over slope, f0/slope", turned},
            {"multiplied", "f0 is multiplied by the slope; to undo slope · (x − x0), divide by it",
             multiplied},
            {"wrong-axis",
             "this is the height of the tangent at x = 0; the x at which its height is 0 is asked "
             "for",
             at_zero},
            {"missing-brackets",
             "the slope divides x0 too; only f0 is to be divided by it, x0 - f0 / slope",
             no_brackets},
            {"swapped", "x0 and f0 are exchanged: x0 is the place, f0 the height", swapped},
            {"missing-division",
             "the height f0 is taken away as it is; divide it by the slope, and it is a width",
             undivided},
            {"missing-division",
             "this is slope · x, not x: the last step, a division by the slope, is missing",
             not_to_the_end},
        },
};
