#include "judge.h"

double one_step(double w, double alpha);

static void answer(double *const *x, double *const *y) {
    y[0][0] = one_step(x[0][0], x[1][0]);
}
static double cost(double w) {
    return (w - 3) * (w - 3) + 1;
}
static void expected(double *const *x, double *const *y) {
    y[0][0] = x[0][0] - x[1][0] * 2 * (x[0][0] - 3);
}

static void draw(double *const *x) {
    x[1][0] = judge_uniform(0.05, 0.9);
}

static void uphill(double *const *x, double *const *y) {
    y[0][0] = x[0][0] + x[1][0] * 2 * (x[0][0] - 3);
}
static void by_cost(double *const *x, double *const *y) {
    y[0][0] = x[0][0] - x[1][0] * cost(x[0][0]);
}
static void no_rate(double *const *x, double *const *y) {
    y[0][0] = x[0][0] - 2 * (x[0][0] - 3);
}
static void no_two(double *const *x, double *const *y) {
    y[0][0] = x[0][0] - x[1][0] * (x[0][0] - 3);
}
static void old_bowl(double *const *x, double *const *y) {
    y[0][0] = x[0][0] - x[1][0] * 2 * x[0][0];
}
static void expanded(double *const *x, double *const *y) {
    y[0][0] = x[0][0] - x[1][0] * (2 * x[0][0] - 3);
}
static void with_one(double *const *x, double *const *y) {
    y[0][0] = x[0][0] - x[1][0] * (2 * (x[0][0] - 3) + 1);
}
static void change(double *const *x, double *const *y) {
    y[0][0] = -x[1][0] * 2 * (x[0][0] - 3);
}
static void taken_away(double *const *x, double *const *y) {
    y[0][0] = x[1][0] * 2 * (x[0][0] - 3);
}
static void slope(double *const *x, double *const *y) {
    y[0][0] = 2 * (x[0][0] - 3);
}
static void new_cost(double *const *x, double *const *y) {
    expected(x, y);
    y[0][0] = cost(y[0][0]);
}

#define CHANGE "this is how far the step goes; asked is where it leads: w − α dw"

const judge_exercise exercise = {
    .inputs = {{"w"}, {"alpha"}},
    .outputs = {{"one_step"}},
    .example = {5, 0.1},
    .low = -2,
    .high = 8,
    .draw = draw,
    .answer = answer,
    .expected = expected,
    .mistakes =
        {
            {"sign",
             "this step goes uphill: the slope has the wrong sign, or α dw is added and not taken "
             "away",
             uphill},
            {"value-not-slope", "the step is made with the cost L(w) itself; it needs its slope",
             by_cost},
            {"missing-rate", "the slope is taken away whole: the factor α is missing", no_rate},
            {"power-not-brought-down",
             "the slope of u² is 2u: the exponent comes down as a factor, and this 2 is missing",
             no_two},
            {"other-function",
             "2w is the slope of the bowl in the chapter; this one has its bottom at 3", old_bowl},
            {"missing-factor",
             "in 2w − 3 the 2 has met the w only: it is 2 times the whole of w − 3", expanded},
            {"constant-kept", "the 1 at the end of L is a constant, and its slope is 0", with_one},
            {"change-only", CHANGE, change},
            {"change-only", CHANGE, taken_away},
            {"slope-only", "this is the slope at w; asked is the new w, after the update", slope},
            {"value-not-place", "this is what the new place costs; asked is the place, the new w",
             new_cost},
        },
};
