#include "judge.h"

void nesterov_step(double alpha, double beta, double c, double *V, double *P);

#define ALPHA x[0][0]
#define BETA  x[1][0]
#define C     x[2][0]
#define V     x[3][0]
#define P     x[4][0]

static void answer(double *const *x, double *const *y) {
    y[0][0] = V;
    y[1][0] = P;
    nesterov_step(ALPHA, BETA, C, y[0], y[1]);
}

/* A step with the slope at some place. */
static void look_at(double place, double *const *x, double *const *y) {
    y[0][0] = BETA * V + C * place;
    y[1][0] = P - ALPHA * y[0][0];
}
static void expected(double *const *x, double *const *y) {
    look_at(P - ALPHA * BETA * V, x, y);
}

static void draw(double *const *x) {
    ALPHA = judge_uniform(0.02, 0.5);
    BETA = judge_uniform(0.3, 0.95);
    C = judge_uniform(0.5, 5);
}

static void untouched(double *const *x, double *const *y) {
    y[0][0] = V;
    y[1][0] = P;
}
static void momentum(double *const *x, double *const *y) {
    look_at(P, x, y);
}
static void back(double *const *x, double *const *y) {
    look_at(P + ALPHA * BETA * V, x, y);
}
static void no_alpha(double *const *x, double *const *y) {
    look_at(P - BETA * V, x, y);
}
static void no_beta(double *const *x, double *const *y) {
    look_at(P - ALPHA * V, x, y);
}
static void new_memory(double *const *x, double *const *y) {
    look_at(P - ALPHA * BETA * (BETA * V), x, y);
}
static void from_ahead(double *const *x, double *const *y) {
    expected(x, y);
    y[1][0] -= ALPHA * BETA * V;
}
static void old_memory(double *const *x, double *const *y) {
    expected(x, y);
    y[1][0] = P - ALPHA * V;
}
static void forgotten(double *const *x, double *const *y) {
    y[0][0] = C * (P - ALPHA * BETA * V);
    y[1][0] = P - ALPHA * y[0][0];
}
static void uphill(double *const *x, double *const *y) {
    expected(x, y);
    y[1][0] = P + ALPHA * y[0][0];
}
static void slope_alone(double *const *x, double *const *y) {
    expected(x, y);
    y[1][0] = P - ALPHA * C * (P - ALPHA * BETA * V);
}
static void value(double *const *x, double *const *y) {
    double ahead = P - ALPHA * BETA * V;
    y[0][0] = BETA * V + C * ahead * ahead / 2;
    y[1][0] = P - ALPHA * y[0][0];
}
static void averaged(double *const *x, double *const *y) {
    y[0][0] = BETA * V + (1 - BETA) * C * (P - ALPHA * BETA * V);
    y[1][0] = P - ALPHA * y[0][0];
}
static void lost_parameter(double *const *x, double *const *y) {
    expected(x, y);
    y[1][0] = P;
}

static void rate_inside(double *const *x, double *const *y) {
    y[0][0] = BETA * V + ALPHA * C * (P - ALPHA * BETA * V);
    y[1][0] = P - y[0][0];
}
static void lost_memory(double *const *x, double *const *y) {
    expected(x, y);
    y[0][0] = V;
}

const judge_exercise exercise = {
    .inputs = {{"alpha"}, {"beta"}, {"c"}, {"V"}, {"P"}},
    .outputs = {{"V"}, {"P"}},
    .example = {0.1, 0.9, 2, 1, 3},
    .low = -3,
    .high = 3,
    .draw = draw,
    .answer = answer,
    .expected = expected,
    .mistakes =
        {
            {"untouched", "V and P are as they were: nothing has been put there", untouched},
            {"slope-at-p",
             "this is plain momentum: the slope is taken at P, where you stand, and should be "
             "taken ahead, at P − αβV",
             momentum},
            {"sign", "the place is P − αβV: with a plus you look back to where you came from",
             back},
            {"missing-alpha", "the place is P − αβV: α is missing in it", no_alpha},
            {"missing-beta",
             "the place is P − αβV: β is missing in it, and only a part β of the memory goes on",
             no_beta},
            {"new-memory",
             "β has been multiplied to V before the place was worked out, so it is in there twice: "
             "the place needs the old V",
             new_memory},
            {"starts-ahead",
             "only the slope is taken ahead: the step starts at P, and −αβV is in it already, "
             "through V",
             from_ahead},
            {"old-memory", "P has been moved by the old V: first the new V, then P", old_memory},
            {"memory-forgotten",
             "the old V is missing in the new one: β V is to be added to the slope", forgotten},
            {"sign", "P goes uphill: it is P − α V", uphill},
            {"slope-alone",
             "P is moved by the newest slope alone: it should be moved by V, which contains it",
             slope_alone},
            {"value-not-slope", "½ c Q² is the cost at Q: its slope is c Q", value},
            {"averaged",
             "the slope counts in full here: the factor 1 − β belongs to Adam, not to this step",
             averaged},
            {"untouched", "P is as it was: the new V is right, and P is still to be moved by it",
             lost_parameter},
            {"rate-inside",
             "V has been given the slope times α; here V gathers the slopes as they are, and α "
             "stands in the line of P alone",
             rate_inside},
            {"untouched", "P is right, and V is as it was: the next step needs the new one",
             lost_memory},
        },
};
