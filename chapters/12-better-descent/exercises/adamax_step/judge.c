#include "judge.h"

void adamax_step(double alpha, double beta1, double beta2, int t, double dP, double *V, double *U,
                 double *P);

#define ALPHA x[0][0]
#define BETA1 x[1][0]
#define BETA2 x[2][0]
#define T     x[3][0]
#define DP    x[4][0]
#define V     x[5][0]
#define U     x[6][0]
#define P     x[7][0]

static void answer(double *const *x, double *const *y) {
    for (int i = 0; i < 3; i++)
        y[i][0] = x[5 + i][0];
    adamax_step(ALPHA, BETA1, BETA2, (int)T, DP, y[0], y[1], y[2]);
}

/* A step with V, U, and what V is divided by. */
static void step(double v, double u, double weight, double *const *x, double *const *y) {
    y[0][0] = v;
    y[1][0] = u;
    y[2][0] = P - ALPHA * v / weight / u;
}
static double mean(double *const *x) {
    return BETA1 * V + (1 - BETA1) * DP;
}
static double record(double *const *x) {
    return fmax(BETA2 * U, fabs(DP));
}
static double weight(double *const *x) {
    return 1 - pow(BETA1, T);
}
static void expected(double *const *x, double *const *y) {
    step(mean(x), record(x), weight(x), x, y);
}

/* The first step, and others. A record stands as often as it is broken. */
static void draw(double *const *x) {
    static int count;
    ALPHA = judge_uniform(0.02, 0.5);
    BETA1 = judge_uniform(0.3, 0.95);
    BETA2 = judge_uniform(0.5, 0.99);
    T = count % 4 == 0 ? 1 : floor(judge_uniform(2, 9));
    DP = (count % 3 == 0 ? -1 : 1) * judge_uniform(0.5, 2);
    U = judge_uniform(0.3, count % 2 ? 5 : 1);
    if (T == 1) {
        V = U = 0;
        DP = fabs(DP);
    }
    count++;
}

static void untouched(double *const *x, double *const *y) {
    for (int i = 0; i < 3; i++)
        y[i][0] = x[5 + i][0];
}
static void only_memory(double *const *x, double *const *y) {
    expected(x, y);
    y[2][0] = P;
}
static void uncorrected(double *const *x, double *const *y) {
    step(mean(x), record(x), 1, x, y);
}
static void both_corrected(double *const *x, double *const *y) {
    step(mean(x), record(x), weight(x) / (1 - pow(BETA2, T)), x, y);
}
static void only_record_corrected(double *const *x, double *const *y) {
    step(mean(x), record(x), 1 / (1 - pow(BETA2, T)), x, y);
}
static void first_for_ever(double *const *x, double *const *y) {
    step(mean(x), record(x), 1 - BETA1, x, y);
}
static void times_t(double *const *x, double *const *y) {
    step(mean(x), record(x), 1 - BETA1 * T, x, y);
}
static void stored(double *const *x, double *const *y) {
    expected(x, y);
    y[0][0] /= weight(x);
}
static void signed_record(double *const *x, double *const *y) {
    step(mean(x), fmax(BETA2 * U, DP), weight(x), x, y);
}
static void everlasting(double *const *x, double *const *y) {
    step(mean(x), fmax(U, fabs(DP)), weight(x), x, y);
}
static void running_mean(double *const *x, double *const *y) {
    step(mean(x), BETA2 * U + (1 - BETA2) * fabs(DP), weight(x), x, y);
}
static void squares(double *const *x, double *const *y) {
    step(mean(x), fmax(BETA2 * U, DP * DP), weight(x), x, y);
}
static void smaller(double *const *x, double *const *y) {
    step(mean(x), fmin(BETA2 * U, fabs(DP)), weight(x), x, y);
}
static void unweighted(double *const *x, double *const *y) {
    step(BETA1 * V + DP, record(x), weight(x), x, y);
}
static void rooted(double *const *x, double *const *y) {
    expected(x, y);
    y[2][0] = P - ALPHA * mean(x) / weight(x) / sqrt(record(x));
}
static void newest(double *const *x, double *const *y) {
    expected(x, y);
    y[2][0] = P - ALPHA * DP / record(x);
}

static void next_t(double *const *x, double *const *y) {
    step(mean(x), record(x), 1 - pow(BETA1, T + 1), x, y);
}
static void other_beta(double *const *x, double *const *y) {
    step(mean(x), record(x), 1 - pow(BETA2, T), x, y);
}
static void beta1_record(double *const *x, double *const *y) {
    step(mean(x), fmax(BETA1 * U, fabs(DP)), weight(x), x, y);
}
static void weights_exchanged(double *const *x, double *const *y) {
    step((1 - BETA1) * V + BETA1 * DP, record(x), weight(x), x, y);
}
static void fades_twice(double *const *x, double *const *y) {
    step(mean(x), BETA2 * fmax(U, fabs(DP)), weight(x), x, y);
}
static void lost_record(double *const *x, double *const *y) {
    expected(x, y);
    y[1][0] = U;
}
static void lost_mean(double *const *x, double *const *y) {
    expected(x, y);
    y[0][0] = V;
}
static void uphill(double *const *x, double *const *y) {
    expected(x, y);
    y[2][0] = 2 * P - y[2][0];
}

const judge_exercise exercise = {
    .inputs = {{"alpha"}, {"beta1"}, {"beta2"}, {"t"}, {"dP"}, {"V"}, {"U"}, {"P"}},
    .outputs = {{"V"}, {"U"}, {"P"}},
    .example = {0.1, 0.5, 0.5, 2, -3, -1, 4, 3},
    .low = -3,
    .high = 3,
    .draw = draw,
    .answer = answer,
    .expected = expected,
    .mistakes =
        {
            {"untouched", "V, U and P are as they were: nothing has been put there", untouched},
            {"untouched", "P is as it was: V and U are right, and P is still to be moved",
             only_memory},
            {"missing-correction",
             "V and U are right, and the step is too short at first: V is to be divided by what "
             "its weights add up to, 1 − β₁^t",
             uncorrected},
            {"needless-correction",
             "U has been corrected as well: a largest size is not too small at first, only a mean "
             "is",
             both_corrected},
            {"needless-correction",
             "the correction is at the wrong one: V is to be divided by 1 − β₁^t, and U is fine as "
             "it is",
             only_record_corrected},
            {"correction-stays",
             "1 − β₁ is right at the first step only: at step t the weights add up to 1 − β₁^t",
             first_for_ever},
            {"correction-stays", "β₁^t is β₁ to the power t, not t times β₁", times_t},
            {"correction-stored",
             "the corrected V has been stored in V: the next step needs it undivided, so V hat "
             "wants a "
             "variable of its own",
             stored},
            {"missing-fabs",
             "a negative gradient is below every record: U is to be compared with its size, |dP|",
             signed_record},
            {"record-never-fades",
             "the old record should fade: it is β₂ U that is compared with |dP|", everlasting},
            {"mean-not-largest",
             "this is a running mean of the sizes: U is the larger of the two, β₂ U and |dP|",
             running_mean},
            {"squared", "U records sizes, |dP|, and not squares: no root is taken of it later",
             squares},
            {"smaller", "this is the smaller of the two: U is the larger", smaller},
            {"missing-weight", "in V the new gradient has the weight 1 − β₁, as in Adam",
             unweighted},
            {"squared", "the root is Adam's, who sums squares: U is a size already", rooted},
            {"newest",
             "P is moved by the newest gradient alone: it should be moved by V hat, the mean",
             newest},
            {"wrong-power", "t is the number of this step, so the power is t, and not t + 1",
             next_t},
            {"wrong-beta", "V gathers with β₁, so it is 1 − β₁^t that it is divided by",
             other_beta},
            {"wrong-beta", "the record fades by β₂; β₁ belongs to V", beta1_record},
            {"weights-exchanged", "in V the old one has the weight β₁, and the new gradient 1 − β₁",
             weights_exchanged},
            {"record-fades-twice", "only the old record fades: β₂ U is compared with |dP| itself",
             fades_twice},
            {"untouched",
             "V and P are right, and U is as it was: the next step needs the new record",
             lost_record},
            {"untouched", "U and P are right, and V is as it was: the next step needs the new one",
             lost_mean},
            {"sign", "P goes uphill: it is P − α V hat / U", uphill},
        },
};
