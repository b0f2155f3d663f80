#include "judge.h"

double line_through(double x1, double y1, double x2, double y2, double x);

enum { X1, Y1, X2, Y2, X };

static void answer(double *const *x, double *const *y) {
    y[0][0] = line_through(x[X1][0], x[Y1][0], x[X2][0], x[Y2][0], x[X][0]);
}
static double slope(double *const *x) {
    return (x[Y2][0] - x[Y1][0]) / (x[X2][0] - x[X1][0]);
}
static void expected(double *const *x, double *const *y) {
    y[0][0] = x[Y1][0] + slope(x) * (x[X][0] - x[X1][0]);
}

/* The second point lies well to one side of the first. */
static void draw(double *const *x) {
    double width = judge_uniform(1, 5);
    x[X2][0] = x[X1][0] + (x[X2][0] < 0 ? -width : width);
}

static void turned(double *const *x, double *const *y) {
    y[0][0] = x[Y1][0] + (x[X][0] - x[X1][0]) / slope(x);
}
static void rise_only(double *const *x, double *const *y) {
    y[0][0] = slope(x) * (x[X][0] - x[X1][0]);
}
static void through_origin(double *const *x, double *const *y) {
    y[0][0] = slope(x) * x[X][0];
}
static void from_zero(double *const *x, double *const *y) {
    y[0][0] = x[Y1][0] + slope(x) * x[X][0];
}
static void from_zero_second(double *const *x, double *const *y) {
    y[0][0] = x[Y2][0] + slope(x) * x[X][0];
}
static void mixed(double *const *x, double *const *y) {
    y[0][0] = x[Y1][0] + slope(x) * (x[X][0] - x[X2][0]);
}
static void mixed_second(double *const *x, double *const *y) {
    y[0][0] = x[Y2][0] + slope(x) * (x[X][0] - x[X1][0]);
}
static void falling(double *const *x, double *const *y) {
    y[0][0] = x[Y1][0] - slope(x) * (x[X][0] - x[X1][0]);
}
static void no_width(double *const *x, double *const *y) {
    y[0][0] = x[Y1][0] + (x[Y2][0] - x[Y1][0]) * (x[X][0] - x[X1][0]);
}
static void slope_only(double *const *x, double *const *y) {
    y[0][0] = slope(x);
}
static void start_only(double *const *x, double *const *y) {
    y[0][0] = x[Y1][0] - slope(x) * x[X1][0];
}
static double without_brackets(double *const *x) {
    return x[Y2][0] - x[Y1][0] / x[X2][0] - x[X1][0];
}
static void no_brackets(double *const *x, double *const *y) {
    y[0][0] = x[Y1][0] + without_brackets(x) * (x[X][0] - x[X1][0]);
}
static void no_brackets_rise(double *const *x, double *const *y) {
    y[0][0] = x[Y1][0] + slope(x) * x[X][0] - x[X1][0];
}

const judge_exercise exercise = {
    .inputs = {{"x1"}, {"y1"}, {"x2"}, {"y2"}, {"x"}},
    .outputs = {{"your answer"}},
    .example = {1, 4, 3, 10, 5},
    .low = -5,
    .high = 5,
    .draw = draw,
    .answer = answer,
    .expected = expected,
    .mistakes =
        {
            {"slope-turned",
             "the slope is height over width, (y2 − y1)/(x2 − x1), and here it is width over "
             "height",
             turned},
            {"missing-start",
             "this is how much the line rises from the first point to x; the height y1 that it "
             "began with is missing",
             rise_only},
            {"missing-start", "this line goes through 0 at x = 0: the b of y = w x + b is missing",
             through_origin},
            {"wrong-start", "y1 is the height at x1, not at 0: count the width from there, x − x1",
             from_zero},
            {"wrong-start", "y2 is the height at x2, not at 0: count the width from there, x − x2",
             from_zero_second},
            {"mixed-points",
             "the height is taken from the first point and the width from the second: take both "
             "from one",
             mixed},
            {"mixed-points",
             "the height is taken from the second point and the width from the first: take both "
             "from one",
             mixed_second},
            {"falling",
             "the rise is taken away where it should be added: check the order in each difference",
             falling},
            {"missing-division",
             "y2 − y1 is only the height of the slope; it is to be divided by the width, x2 − x1",
             no_width},
            {"slope-not-height", "this is the slope of the line; its height at x is asked for",
             slope_only},
            {"start-not-height",
             "this is b, the height of the line at 0; its height at x is asked for", start_only},
            {"missing-brackets",
             "C divides first: each difference of the slope needs brackets, (y2 - y1) / (x2 - x1)",
             no_brackets},
            {"missing-brackets", "C multiplies first: the width needs brackets, w * (x - x1)",
             no_brackets_rise},
        },
};
