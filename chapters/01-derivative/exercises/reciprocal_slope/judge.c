#include "judge.h"

double reciprocal_slope(double x);

static double reciprocal(double *const *x) {
    return 1 / x[0][0];
}
static void answer(double *const *x, double *const *y) {
    y[0][0] = reciprocal_slope(x[0][0]);
}

/* On both sides of 0, and not near it. */
static void draw(double *const *x) {
    static int count;
    x[0][0] = (count++ % 3 == 2 ? -1 : 1) * x[0][0];
}

static void rising(double *const *x, double *const *y) {
    y[0][0] = 1 / (x[0][0] * x[0][0]);
}
static void value(double *const *x, double *const *y) {
    y[0][0] = 1 / x[0][0];
}
static void minus_value(double *const *x, double *const *y) {
    y[0][0] = -1 / x[0][0];
}
static void minus_one(double *const *x, double *const *y) {
    y[0][0] = -1 + 0 * x[0][0];
}
static void one(double *const *x, double *const *y) {
    y[0][0] = 1 + 0 * x[0][0];
}
static void of_square(double *const *x, double *const *y) {
    y[0][0] = 1 / (2 * x[0][0]);
}
static void minus_square(double *const *x, double *const *y) {
    y[0][0] = -x[0][0] * x[0][0];
}
static void lowered_wrong(double *const *x, double *const *y) {
    y[0][0] = -2 / (x[0][0] * x[0][0]);
}

/* The slope of a secant, in both ways to compute it. */
static double secant(double x, double h) {
    return -1 / (x * (x + h));
}
#define NUDGED(name, h)                                                                            \
    static void name(double *const *x, double *const *y) {                                         \
        y[0][0] = secant(x[0][0], h);                                                              \
    }
NUDGED(nudged_1, 0.1)
NUDGED(nudged_2, 0.01)
NUDGED(nudged_3, 0.001)
NUDGED(nudged_4, 1e-4)
NUDGED(nudged_5, 1e-5)

#define LEFT_IN                                                                                    \
    "h is still in it, so this is the slope of a secant: let h go to 0 on paper, and no h is left"

const judge_exercise exercise = {
    .inputs = {{"x"}},
    .outputs = {{"your answer"}},
    .example = {2},
    .low = 0.3,
    .high = 4,
    .draw = draw,
    .answer = answer,
    .cost = reciprocal,
    .mistakes =
        {
            {"sign-lost", "the minus is missing: x − (x + h) is −h, and 1/x falls where x grows",
             rising},
            {"value-not-slope", "this is 1/x itself, not its slope", value},
            {"power-off-by-one",
             "below the line stands x (x + h), and with h = 0 that is x², not x", minus_value},
            {"missing-brackets",
             "this is −1 everywhere. Is it written -1 / x * x? C reads that as (-1 / x) * x: write "
             "-1 / (x * x)",
             minus_one},
            {"slope-of-the-bottom",
             "this is 1 everywhere: 1 divided by the slope of x, which is not the slope of 1/x, or "
             "1 / "
             "x * x, which C reads as (1 / x) * x",
             one},
            {"slope-of-the-bottom",
             "this is 1 divided by the slope of x²: begin from height over width of 1/x",
             of_square},
            {"multiplied", "x² belongs below the line: −1/x²", minus_square},
            {"factor-of-two", "there is a 2 too many: x (x + h) with h = 0 is x², once",
             lowered_wrong},
            {"nudge-left-in", LEFT_IN, nudged_1},
            {"nudge-left-in", LEFT_IN, nudged_2},
            {"nudge-left-in", LEFT_IN, nudged_3},
            {"nudge-left-in", LEFT_IN, nudged_4},
            {"nudge-left-in", LEFT_IN, nudged_5},
        },
};
