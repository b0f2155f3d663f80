#include "judge.h"

enum { N0 = 5, N1 = 3, N2 = 2, M = 4 };

typedef void layer(const matrix *W, const matrix *Z, const matrix *In, const matrix *dA, matrix *dW,
                   matrix *db, matrix *dIn);
layer layer_backward;

static double softsign(double z) {
    return z / (1 + fabs(z));
}
static double slope(double z) {
    return 1 / pow(1 + fabs(z), 2);
}

/* x: W2, b2, V, W1, b1, U, Y. So that one cost has all the slopes wanted: X = m U,
 * and what comes into layer 2 is g(Z1) + m V, where V is 0. The slope of the mean of
 * the losses by U or V is then that of each example's own loss by X or A1. */
static double z1(double *const *x, int j, int i) {
    double sum = x[4][j];
    for (int k = 0; k < N0; k++)
        sum += x[3][j * N0 + k] * M * x[5][k * M + i];
    return sum;
}
static double a1(double *const *x, int j, int i) {
    return softsign(z1(x, j, i)) + M * x[2][j * M + i];
}
static double z2(double *const *x, int r, int i) {
    double sum = x[1][r];
    for (int j = 0; j < N1; j++)
        sum += x[0][r * N1 + j] * a1(x, j, i);
    return sum;
}
static double cost(double *const *x) {
    double sum = 0;
    for (int r = 0; r < N2; r++)
        for (int i = 0; i < M; i++)
            sum += pow(softsign(z2(x, r, i)) - x[6][r * M + i], 2) / 2;
    return sum / M;
}
/* Away from 0, where the slope of g has a kink. */
static void draw(double *const *x) {
    for (int k = 0; k < N1 * M; k++)
        x[2][k] = 0;
    for (int k = 0; k < N0 * M; k++)
        x[5][k] /= M;
    for (int i = 0; i < M; i++)
        for (int j = 0; j < N1; j++)
            if (fabs(z1(x, j, i)) < 0.2) {
                x[4][j] += 0.45;
                i = j = -1;
                break;
            }
    for (int i = 0; i < M; i++)
        for (int r = 0; r < N2; r++)
            if (fabs(z2(x, r, i)) < 0.2) {
                x[1][r] += 0.45;
                i = r = -1;
                break;
            }
}

/* Calls a function for layer 2, and for layer 1 with what it says about layer 2. */
static void both(layer *f, double *const *x, double *const *y) {
    double z_1[N1 * M], a_1[N1 * M], z_2[N2 * M], d_2[N2 * M], in[N0 * M];
    matrix W2 = judge_matrix(x[0], N2, N1), Z2 = judge_matrix(z_2, N2, M),
           A1 = judge_matrix(a_1, N1, M);
    matrix dA2 = judge_matrix(d_2, N2, M), dW2 = judge_matrix(y[0], N2, N1),
           db2 = judge_matrix(y[1], N2, 1);
    matrix dA1 = judge_matrix(y[2], N1, M), W1 = judge_matrix(x[3], N1, N0),
           Z1 = judge_matrix(z_1, N1, M);
    matrix X = judge_matrix(in, N0, M), dW1 = judge_matrix(y[3], N1, N0),
           db1 = judge_matrix(y[4], N1, 1);
    matrix dX = judge_matrix(y[5], N0, M);
    for (int i = 0; i < M; i++) {
        for (int k = 0; k < N0; k++)
            at(&X, k, i) = M * x[5][k * M + i];
        for (int j = 0; j < N1; j++) {
            at(&Z1, j, i) = z1(x, j, i);
            at(&A1, j, i) = a1(x, j, i);
        }
        for (int r = 0; r < N2; r++) {
            at(&Z2, r, i) = z2(x, r, i);
            at(&dA2, r, i) = softsign(z2(x, r, i)) - x[6][r * M + i];
        }
    }
    f(&W2, &Z2, &A1, &dA2, &dW2, &db2, &dA1);
    f(&W1, &Z1, &X, &dA1, &dW1, &db1, &dX);
}
static void answer(double *const *x, double *const *y) {
    both(layer_backward, x, y);
}

/* What may go wrong, by name; each mistake is one of them. */
static enum {
    NONE,
    NO_SLOPE,
    ONE_ROOT,
    OF_IN,
    NO_MEAN,
    TWICE_MEAN,
    MEAN_IN,
    WRONG_COUNT,
    UNWEIGHTED,
    SKIPPED,
    BIAS_SKIPPED,
    LAST_UNIT,
    FIRST_UNIT,
    LAST_EXAMPLE,
    WRONG_AXIS
} slip;
static void slipped(const matrix *W, const matrix *Z, const matrix *In, const matrix *dA,
                    matrix *dW, matrix *db, matrix *dIn) {
    int n = W->rows, k_max = W->cols;
    double mean = slip == NO_MEAN       ? 1
                  : slip == TWICE_MEAN  ? 1. / M / M
                  : slip == WRONG_COUNT ? 1. / n
                                        : 1. / M;
    for (int k = 0; k < k_max; k++)
        for (int i = 0; i < M; i++)
            at(dIn, k, i) = 0;
    for (int j = 0; j < n; j++) {
        at(db, j, 0) = 0;
        for (int k = 0; k < k_max; k++)
            at(dW, j, k) = 0;
        for (int i = slip == LAST_EXAMPLE ? M - 1 : 0; i < M; i++) {
            double z = at(Z, j, i), da = at(dA, j, i), dz = da * slope(z);
            if (slip == NO_SLOPE)
                dz = da;
            if (slip == ONE_ROOT)
                dz = da / (1 + fabs(z));
            if (slip == OF_IN)
                dz = da * slope(softsign(z));
            at(db, j, 0) += mean * (slip == BIAS_SKIPPED ? da : dz);
            for (int k = 0; k < k_max; k++)
                at(dW, j, k) += mean * dz * at(In, k, i);
        }
        for (int i = 0; i < M; i++) {
            double z = at(Z, j, i), da = at(dA, j, i), dz = da * slope(z);
            if (slip == NO_SLOPE || slip == SKIPPED)
                dz = da;
            if (slip == ONE_ROOT)
                dz = da / (1 + fabs(z));
            if (slip == OF_IN)
                dz = da * slope(softsign(z));
            if (slip == MEAN_IN)
                dz /= M;
            for (int k = 0; k < k_max; k++) {
                double road = dz * (slip == UNWEIGHTED ? 1 : at(W, j, k));
                int counts = slip == FIRST_UNIT ? j == 0 : slip == LAST_UNIT ? j == n - 1 : 1;
                at(dIn, k, i) += counts * road;
            }
        }
    }
    for (int i = 0; i < n && slip == WRONG_AXIS; i++) {
        at(db, i, 0) = 0;
        for (int j = 0; j < n; j++)
            at(db, i, 0) += mean * at(dA, j, i) * slope(at(Z, j, i));
    }
}
#define MISTAKE(name, which)                                                                       \
    static void name(double *const *x, double *const *y) {                                         \
        slip = which;                                                                              \
        both(slipped, x, y);                                                                       \
    }
MISTAKE(no_slope, NO_SLOPE)
MISTAKE(one_root, ONE_ROOT)
MISTAKE(of_a, OF_IN)
MISTAKE(no_mean, NO_MEAN)
MISTAKE(twice_mean, TWICE_MEAN)
MISTAKE(mean_in, MEAN_IN)
MISTAKE(wrong_count, WRONG_COUNT)
MISTAKE(unweighted, UNWEIGHTED)
MISTAKE(skipped, SKIPPED)
MISTAKE(bias_skipped, BIAS_SKIPPED)
MISTAKE(last_unit, LAST_UNIT)
MISTAKE(first_unit, FIRST_UNIT)
MISTAKE(last_example, LAST_EXAMPLE)
MISTAKE(wrong_axis, WRONG_AXIS)

/* One unit, one input, and more examples than usual, of which the last counts. */
static const char *other_sizes(void) {
    double w[] = {5}, z[M + 1] = {0}, in[M + 1] = {[M] = 3}, d[M + 1] = {[M] = 2};
    double dw[] = {0}, db[] = {0}, din[M + 1] = {0};
    matrix W = judge_matrix(w, 1, 1), Z = judge_matrix(z, 1, M + 1),
           In = judge_matrix(in, 1, M + 1), dA = judge_matrix(d, 1, M + 1);
    matrix dW = judge_matrix(dw, 1, 1), dB = judge_matrix(db, 1, 1),
           dIn = judge_matrix(din, 1, M + 1);
    layer_backward(&W, &Z, &In, &dA, &dW, &dB, &dIn);
    return fabs(dw[0] - 6.0 / (M + 1)) < 1e-9 && fabs(db[0] - 2.0 / (M + 1)) < 1e-9 &&
                   fabs(din[M] - 10) < 1e-9
               ? NULL
               : "with more examples than before it is wrong: m is Z->cols, and no number";
}

const judge_exercise exercise = {
    .inputs = {{"W2", N2, N1},
               {"b2", N2},
               {"V", N1, M},
               {"W1", N1, N0},
               {"b1", N1},
               {"U", N0, M},
               {"Y", N2, M}},
    .outputs = {{"dW2", N2, N1},
                {"db2", N2},
                {"dIn2", N1, M},
                {"dW1", N1, N0},
                {"db1", N1},
                {"dIn1", N0, M}},
    .example = {-1,
                3,
                -2,
                3,
                -1,
                -2,
                /* b2 */ -1,
                1,
                /* V */ 0,
                0,
                0,
                0,
                0,
                0,
                0,
                0,
                0,
                0,
                0,
                0,
                /* W1, whose last input is not used */ -2,
                0,
                -4,
                2,
                0,
                -2,
                0,
                2,
                2,
                0,
                2,
                0,
                2,
                4,
                0,
                /* b1 */ 1,
                1,
                -1,
                /* U = X/4 */ 0.25,
                0,
                0,
                0,
                0,
                0.25,
                0,
                0,
                0,
                0,
                0.25,
                0,
                0,
                0,
                0,
                0.25,
                0.25,
                0.5,
                -0.25,
                0.75,
                /* Y */ 0.25,
                -0.5,
                1,
                -1,
                0.5,
                -0.25,
                0.25,
                1},
    .low = -1.5,
    .high = 1.5,
    .draw = draw,
    .examples = M,
    .answer = answer,
    .other_sizes = other_sizes,
    .cost = cost,
    .mistakes =
        {
            {"missing-activation-derivative",
             "dA is used as if it were dZ; the factor g'(Z) is missing", no_slope},
            {"missing-square", "g' is 1/(1 + |z|)²; the square is missing", one_root},
            {"activation-derivative-of-a",
             "g' is taken of a; it is the slope of g at z, so it needs Z", of_a},
            {"missing-mean",
             "dW and db are slopes of the cost, the mean of the losses: divide them by m", no_mean},
            {"double-mean", "dW and db are divided by m twice", twice_mean},
            {"mean-in-dz", "dIn has no 1/m: it is about each example's own loss, as dA is",
             mean_in},
            {"wrong-count",
             "it is divided by the number of units, W->rows; the mean is over the examples, "
             "Z->cols",
             wrong_count},
            {"missing-weights-transpose",
             "dIn lacks the weights: what goes back from unit j to input k is multiplied by W_jk",
             unweighted},
            {"activation-skipped",
             "dIn is made of dA; the way back leads through z, so it is made of dZ", skipped},
            {"activation-skipped", "db is the mean of dA here; it is the mean of dZ", bias_skipped},
            {"last-unit-only", "in dIn only the last unit counts: = stands where += belongs",
             last_unit},
            {"first-unit-only",
             "in dIn only the first unit counts; what came in went to all of them", first_unit},
            {"last-example-only",
             "in dW and db only the last example counts: = stands where += belongs", last_example},
            {"sum-over-wrong-axis",
             "db sums over the units, down a column of dZ; it is the mean over the examples, along "
             "a row",
             wrong_axis},
        },
};
