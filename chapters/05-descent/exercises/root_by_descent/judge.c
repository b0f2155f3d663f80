#include "judge.h"

double root_by_descent(double s, double w, double alpha, int n);

static void answer(double *const *x, double *const *y) {
    y[0][0] = root_by_descent(x[0][0], x[1][0], x[2][0], (int)x[3][0]);
}

/* The worked example, then no step at all, one step, and more. */
static void draw(double *const *x) {
    static int count;
    x[0][0] = judge_uniform(0.5, 4);
    x[1][0] = judge_uniform(0.5, 2.5);
    x[2][0] = judge_uniform(0.02, 0.12);
    x[3][0] = count < 2 ? count : floor(judge_uniform(2, 9));
    count++;
}

static double at_w(double s, double w) {
    return w * w - s;
}
static double value(double s, double w) {
    return w * w * w / 3 - s * w;
}
static double no_constant(double s, double w) {
    return w * w + 0 * s;
}
static double not_brought_down(double s, double w) {
    return w * w / 3 - s;
}
static double third_lost(double s, double w) {
    return 3 * w * w - s;
}
static double by_w_twice(double s, double w) {
    return w * w - s * w;
}

static double descend(double (*slope)(double s, double w), double *const *x, int more,
                      double sign) {
    double w = x[1][0];
    for (int i = 0; i < (int)x[3][0] + more; i++)
        w -= sign * x[2][0] * slope(x[0][0], w);
    return w;
}

static void expected(double *const *x, double *const *y) {
    y[0][0] = descend(at_w, x, 0, 1);
}
static void once(double *const *x, double *const *y) {
    y[0][0] = x[1][0] - x[3][0] * x[2][0] * at_w(x[0][0], x[1][0]);
}
static void too_many(double *const *x, double *const *y) {
    y[0][0] = descend(at_w, x, 1, 1);
}
static void too_few(double *const *x, double *const *y) {
    y[0][0] = descend(at_w, x, -1, 1);
}
static void one(double *const *x, double *const *y) {
    y[0][0] = x[1][0] - x[2][0] * at_w(x[0][0], x[1][0]);
}
static void first(double *const *x, double *const *y) {
    if (x[3][0] > 0)
        one(x, y);
    else
        y[0][0] = x[1][0];
}
static void uphill(double *const *x, double *const *y) {
    y[0][0] = descend(at_w, x, 0, -1);
}
static void by_cost(double *const *x, double *const *y) {
    y[0][0] = descend(value, x, 0, 1);
}
static void lost_s(double *const *x, double *const *y) {
    y[0][0] = descend(no_constant, x, 0, 1);
}
static void lost_3(double *const *x, double *const *y) {
    y[0][0] = descend(not_brought_down, x, 0, 1);
}
static void kept_3(double *const *x, double *const *y) {
    y[0][0] = descend(third_lost, x, 0, 1);
}
static void kept_w(double *const *x, double *const *y) {
    y[0][0] = descend(by_w_twice, x, 0, 1);
}
static void root(double *const *x, double *const *y) {
    y[0][0] = sqrt(x[0][0]);
}
static void end_cost(double *const *x, double *const *y) {
    y[0][0] = value(x[0][0], descend(at_w, x, 0, 1));
}

const judge_exercise exercise = {
    .inputs = {{"s"}, {"w"}, {"alpha"}, {"n"}},
    .outputs = {{"root_by_descent"}},
    .example = {2, 1, 0.25, 3},
    .draw = draw,
    .answer = answer,
    .expected = expected,
    .mistakes =
        {
            {"slope-once",
             "every step uses the slope at the start: it is to be worked out anew at each new w",
             once},
            {"step-too-many",
             "this is one step too many: a loop from 0 while i < n makes n rounds, with <= one "
             "more",
             too_many},
            {"step-too-few",
             "this is one step too few: a loop from 0 while i < n makes n rounds, from 1 one less",
             too_few},
            {"single-step", "only one step is made, whatever n is: the loop is missing", one},
            {"single-step",
             "only the first of the n steps is made: perhaps a return stands inside the loop",
             first},
            {"sign",
             "these steps go uphill: the slope has the wrong sign, or α dw is added and not taken "
             "away",
             uphill},
            {"value-not-slope", "the steps are made with the cost L(w) itself; they need its slope",
             by_cost},
            {"missing-term", "the slope lacks its second half: the term − s w has a slope too, − s",
             lost_s},
            {"power-not-brought-down",
             "the slope of w³ is 3w², and a third of that is w²: the exponent did not come down",
             lost_3},
            {"missing-factor", "3w² is the slope of w³; here stands a third of it", kept_3},
            {"constant-factor", "s w is a number times w: its slope is that number, s, without w",
             kept_w},
            {"root-itself",
             "this is √s, where the descent would end; asked is how far n steps come", root},
            {"value-not-place", "this is what the last place costs; asked is the place, w",
             end_cost},
        },
};
