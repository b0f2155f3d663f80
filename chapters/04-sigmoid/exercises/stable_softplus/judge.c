#include "judge.h"

double stable_softplus(double z);

static void answer(double *const *x, double *const *y) { y[0][0] = stable_softplus(x[0][0]); }
static void expected(double *const *x, double *const *y) {
    y[0][0] = fmax(x[0][0], 0) + log1p(exp(-fabs(x[0][0])));
}

/* Near 0 at first, then far out on both sides. */
static void draw(double *const *x) {
    static int count;
    static const double far[] = {-650, -300, -50, 50, 720, 1900};
    if (count < 6)
        x[0][0] = far[count];
    count++;
}

static void lost_left(double *const *x, double *const *y) {
    double z = x[0][0];
    y[0][0] = z > 0 ? z + log(1 + exp(-z)) : log(1 + exp(z));
}
static void cut_right(double *const *x, double *const *y) {
    y[0][0] = x[0][0] > 30 ? x[0][0] : log(1 + exp(x[0][0]));
}
static void no_branch(double *const *x, double *const *y) { y[0][0] = log1p(exp(-fabs(x[0][0]))); }
static void other_branch(double *const *x, double *const *y) {
    y[0][0] = fmax(-x[0][0], 0) + log1p(exp(-fabs(x[0][0])));
}
static void relu(double *const *x, double *const *y) { y[0][0] = fmax(x[0][0], 0); }

const judge_exercise exercise = {
    .inputs = {{"z"}}, .outputs = {{"stable_softplus"}}, .example = {0}, .low = -6, .high = 6, .draw = draw,
    .answer = answer, .expected = expected,
    .mistakes = {
        {"lost-digits", "nothing overflows any more, but on the left 1 + e^z is rounded to 1, and its ln to 0: use log1p", lost_left},
        {"lost-digits", "nothing overflows any more, but on the left 1 + e^z is rounded to 1, and its ln to 0: use log1p", cut_right},
        {"missing-branch", "ln(1 + e^(−|z|)) is only a part of it: for z above 0, z itself is to be added", no_branch},
        {"wrong-branch", "z is to be added where z is above 0, not −z where it is below", other_branch},
        {"limit-only", "max(0, z) is what softplus comes close to far out; near 0 it is not there yet", relu},
    },
};
