#include "judge.h"

int steps_until_level(double w, double alpha, double epsilon);

static void answer(double *const *x, double *const *y) {
    y[0][0] = steps_until_level(x[0][0], x[1][0], x[2][0]);
}

static double cost(double w) {
    return sqrt(1 + w * w);
}
static double slope(double w) {
    return w / sqrt(1 + w * w);
}

/* The right side, the left side, a level start, and anything. */
static void draw(double *const *x) {
    static int count;
    double size = judge_uniform(1.5, 5);
    x[0][0] = count == 1 ? 0.02 : count % 2 ? -size : size;
    x[1][0] = judge_uniform(0.1, 0.8);
    x[2][0] = judge_uniform(0.05, 0.75);
    count++;
}

typedef enum { SLOPE, SIGNED, COST, PLACE, STEP } rule;

static int level(rule by, double w, double alpha, double epsilon) {
    switch (by) {
    case SIGNED:
        return slope(w) < epsilon;
    case COST:
        return fabs(cost(w - alpha * slope(w)) - cost(w)) < epsilon;
    case PLACE:
        return fabs(w) < epsilon;
    case STEP:
        return fabs(alpha * slope(w)) < epsilon;
    default:
        return fabs(slope(w)) < epsilon;
    }
}

static int steps(rule by, double *const *x) {
    double w = x[0][0];
    int n = 0;
    for (; n < 10000 && !level(by, w, x[1][0], x[2][0]); n++)
        w -= x[1][0] * slope(w);
    return n;
}

static void expected(double *const *x, double *const *y) {
    y[0][0] = steps(SLOPE, x);
}
static void without_size(double *const *x, double *const *y) {
    y[0][0] = steps(SIGNED, x);
}
static void by_cost(double *const *x, double *const *y) {
    y[0][0] = steps(COST, x) + 1;
}
static void by_cost_before(double *const *x, double *const *y) {
    y[0][0] = steps(COST, x);
}
static void by_place(double *const *x, double *const *y) {
    y[0][0] = steps(PLACE, x);
}
static void by_step(double *const *x, double *const *y) {
    y[0][0] = steps(STEP, x);
}
static void too_many(double *const *x, double *const *y) {
    y[0][0] = steps(SLOPE, x) + 1;
}
static void too_few(double *const *x, double *const *y) {
    y[0][0] = fmax(0, steps(SLOPE, x) - 1);
}
static void step_first(double *const *x, double *const *y) {
    y[0][0] = fmax(1, steps(SLOPE, x));
}
static void once(double *const *x, double *const *y) {
    y[0][0] = !level(SLOPE, x[0][0], x[1][0], x[2][0]);
}

#define COST_RULE                                                                                  \
    "this is the chapter's rule, by the change of the cost; asked is the one by the size of the "  \
    "slope"

/* Asks about the slope that the last step was made with. */
static void stale(double *const *x, double *const *y) {
    y[0][0] = steps(SLOPE, x) + !level(SLOPE, x[0][0], x[1][0], x[2][0]);
}

const judge_exercise exercise = {
    .inputs = {{"w"}, {"alpha"}, {"epsilon"}},
    .outputs = {{"steps_until_level"}},
    .example = {3, 0.5, 0.1},
    .draw = draw,
    .answer = answer,
    .expected = expected,
    .mistakes =
        {
            {"missing-size",
             "left of the valley the slope is negative, and so below ε however steep: use fabs",
             without_size},
            {"cost-not-slope", COST_RULE, by_cost},
            {"cost-not-slope", COST_RULE, by_cost_before},
            {"place-not-slope", "the rule looks at the slope, dw, and not at the place, w",
             by_place},
            {"step-not-slope",
             "the rule looks at the slope, dw, and not at the step α dw: a small α would end it "
             "early",
             by_step},
            {"step-too-many",
             "this is one step too many: it ends where the slope is below ε, without another step",
             too_many},
            {"step-too-few", "this is one too few: the step that leads to the level place counts",
             too_few},
            {"step-before-asking",
             "where the start is level already, no step is needed: ask before the first one",
             step_first},
            {"single-step",
             "it never takes a second step: if asks once, while asks again and again", once},
            {"stale-slope",
             "this is one step too many, unless the start is level: perhaps the slope that is "
             "asked about is the one before the step. Work it out again after w has moved",
             stale},
        },
};
