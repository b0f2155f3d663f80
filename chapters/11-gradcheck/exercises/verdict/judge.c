#include "judge.h"

int verdict(double analytic, double numeric, double bound);

static double distance(double *const *x) {
    return fabs(x[0][0] - x[1][0]);
}
static int unmeasured(double *const *x) {
    return isnan(x[1][0]) || isnan(x[2][0]);
}
static int far(double *const *x, double bounds) {
    return isnan(x[0][0]) || distance(x) > bounds * x[2][0];
}
static int close(double *const *x) {
    return distance(x) <= x[2][0];
}
static int small(double *const *x) {
    return x[2][0] <= fabs(x[1][0]) / 100;
}

static void answer(double *const *x, double *const *y) {
    y[0][0] = verdict(x[0][0], x[1][0], x[2][0]);
}
static void expected(double *const *x, double *const *y) {
    y[0][0] = unmeasured(x) ? 0 : far(x, 3) ? -1 : close(x) && small(x);
}

/* Every kind of guest: analytic, numeric, bound. */
static void draw(double *const *x) {
    static int count;
    static const double guest[11][3] = {
        {-0.5, 0.5, 1e-6}, {0.001, 0, 1e-6},    {2e-9, 1e-9, 1e-7},  {NAN, 0.5, 1e-6},
        {NAN, NAN, 1e-6},  {0.5, 0.5, NAN},     {1e-9, 2e-9, 1e-14}, {-0.3, -0.301, 0.002},
        {0, 0, 0},         {0.502, 0.5, 0.001}, {2.99e6, 3e6, 29950}};
    for (int i = 0; i < 3 && count < 11; i++)
        x[i][0] = guest[count][i];
    count++;
}

static void nan_passes(double *const *x, double *const *y) {
    y[0][0] = distance(x) > 3 * x[2][0]                                ? -1
              : distance(x) > x[2][0] || x[2][0] > fabs(x[1][0]) / 100 ? 0
                                                                       : 1;
}
static void nan_fails(double *const *x, double *const *y) {
    y[0][0] = !(distance(x) <= 3 * x[2][0]) ? -1 : close(x) && small(x);
}
static void nan_undecided(double *const *x, double *const *y) {
    y[0][0] = distance(x) > 3 * x[2][0] ? -1 : close(x) && small(x);
}
static void signed_distance(double *const *x, double *const *y) {
    double d = x[0][0] - x[1][0];
    y[0][0] = unmeasured(x) ? 0 : isnan(x[0][0]) || d > 3 * x[2][0] ? -1 : d <= x[2][0] && small(x);
}
static void signed_size(double *const *x, double *const *y) {
    y[0][0] = unmeasured(x) ? 0 : far(x, 3) ? -1 : close(x) && x[2][0] <= x[1][0] / 100;
}
static void two_verdicts(double *const *x, double *const *y) {
    y[0][0] = unmeasured(x) ? 0 : far(x, 3) ? -1 : close(x);
}
static void no_margin(double *const *x, double *const *y) {
    y[0][0] = unmeasured(x) ? 0 : far(x, 1) ? -1 : close(x) && small(x);
}
static void not_passed_failed(double *const *x, double *const *y) {
    y[0][0] = unmeasured(x) ? 0 : close(x) && small(x) ? 1 : -1;
}
static void relative(double *const *x, double *const *y) {
    double size = fabs(x[1][0]), r = distance(x) / size, b = x[2][0] / size;
    y[0][0] = unmeasured(x) ? 0 : isnan(x[0][0]) || r > 3 * b ? -1 : r <= b && b <= 0.01;
}
static void relative_fails(double *const *x, double *const *y) {
    double size = fabs(x[1][0]), r = distance(x) / size, b = x[2][0] / size;
    y[0][0] = unmeasured(x) ? 0 : !(r <= 3 * b) ? -1 : r <= b && b <= 0.01;
}
/* Does it answer the same whatever the bound is? */
static void constant(double *const *x, double *const *y) {
    static const double other[] = {0, 1e-12, 1e-3, 1e9};
    int first = verdict(x[0][0], x[1][0], x[2][0]), same = 1;
    for (int i = 0; i < 4; i++)
        same &= isnan(x[2][0]) || verdict(x[0][0], x[1][0], other[i]) == first;
    y[0][0] = same ? first : first + 10;
}
static void always_undecided(double *const *x, double *const *y) {
    (void)x;
    y[0][0] = 0;
}

static void nan_order(double *const *x, double *const *y) {
    y[0][0] = far(x, 3) ? -1 : unmeasured(x) ? 0 : close(x) && small(x);
}
static void small_of_analytic(double *const *x, double *const *y) {
    y[0][0] = unmeasured(x) ? 0 : far(x, 3) ? -1 : close(x) && x[2][0] <= fabs(x[0][0]) / 100;
}
static void either(double *const *x, double *const *y) {
    y[0][0] = unmeasured(x) ? 0 : far(x, 3) ? -1 : close(x) || small(x);
}
static void sizes_compared(double *const *x, double *const *y) {
    double d = fabs(fabs(x[0][0]) - fabs(x[1][0]));
    y[0][0] = unmeasured(x) ? 0 : isnan(x[0][0]) || d > 3 * x[2][0] ? -1 : d <= x[2][0] && small(x);
}
static void edge_fails(double *const *x, double *const *y) {
    y[0][0] = unmeasured(x)                                  ? 0
              : isnan(x[0][0]) || distance(x) >= 3 * x[2][0] ? -1
                                                             : close(x) && small(x);
}
static void edge_open(double *const *x, double *const *y) {
    y[0][0] = unmeasured(x) ? 0 : far(x, 3) ? -1 : distance(x) < x[2][0] && small(x);
}

const judge_exercise exercise = {
    .inputs = {{"analytic"}, {"numeric"}, {"bound"}},
    .outputs = {{"verdict"}},
    .example = {0.501, 0.502, 0.002},
    .low = 1,
    .high = 2,
    .draw = draw,
    .answer = answer,
    .expected = expected,
    .mistakes =
        {
            {"zero", "it is undecided about everything", always_undecided},
            {"nan-passes",
             "NaN passes: <, > and == are false for NaN, so it falls through to the last "
             "line. Ask isnan first",
             nan_passes},
            {"nan-fails",
             "a measurement that is NaN proves nothing: where numeric or bound is NaN, it is "
             "undecided and not a fail",
             nan_fails},
            {"nan-undecided",
             "where analytic is NaN it is a fail: == is false for NaN too, so it must be "
             "asked with isnan",
             nan_undecided},
            {"missing-fabs",
             "analytic − numeric may be negative, and then it is below every bound: the distance "
             "is its size, fabs",
             signed_distance},
            {"missing-fabs",
             "a slope may be negative: a hundredth of numeric's size needs fabs(numeric)",
             signed_size},
            {"undecided-passes",
             "it passes where the bound is too large to say anything: two numbers that agree "
             "within such a bound prove nothing",
             two_verdicts},
            {"no-margin",
             "a fail needs a distance of more than three bounds: between one bound and three it is "
             "undecided",
             no_margin},
            {"two-verdicts",
             "what does not pass has not failed yet: without clear proof it is undecided",
             not_passed_failed},
            {"divides-by-zero",
             "it divides by numeric, which may be 0: then both sides are infinite or NaN, and "
             "comparing them says nothing. Multiply the other side instead",
             relative},
            {"divides-by-zero",
             "it divides by numeric, which may be 0: then both sides are infinite or NaN, and "
             "comparing them says nothing. Multiply the other side instead",
             relative_fails},
            {"constant-tolerance",
             "its answer does not depend on the bound: a tolerance that is a fixed number is too "
             "strict for some slopes and too lax for others",
             constant},
            {"wrong-order",
             "where numeric is NaN nothing was measured: that is asked first, before analytic, and "
             "with isnan, as == is false for NaN",
             nan_order},
            {"wrong-size",
             "the bound is held against a hundredth of analytic; of the two, numeric is the one "
             "that was measured",
             small_of_analytic},
            {"either-or", "it passes when one of two conditions holds: both are needed, &&",
             either},
            {"sizes-compared",
             "the sizes are compared, so 1 and −1 are equal: it is the difference that needs fabs",
             sizes_compared},
            {"edge-excluded", "a fail is farther than 3 bounds: where all three are 0, it is not",
             edge_fails},
            {"edge-excluded", "a bound at most is enough for a pass: ≤ and not <", edge_open},
        },
};
