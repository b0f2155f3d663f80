#include "judge.h"

enum { N0 = 5, N1 = 3, N2 = 2, M = 4 };

typedef void layer(const matrix *dZ, const matrix *A, const matrix *W, double lambda, matrix *dW,
                   matrix *db);
layer layer_gradients;

static double softsign(double z) {
    return z / (1 + fabs(z));
}
static double slope(double z) {
    return 1 / pow(1 + fabs(z), 2);
}

/* x: W2, b2, W1, b1, X, Y, λ. */
static double z1(double *const *x, int j, int i) {
    double sum = x[3][j];
    for (int k = 0; k < N0; k++)
        sum += x[2][j * N0 + k] * x[4][k * M + i];
    return sum;
}
static double z2(double *const *x, int r, int i) {
    double sum = x[1][r];
    for (int j = 0; j < N1; j++)
        sum += x[0][r * N1 + j] * softsign(z1(x, j, i));
    return sum;
}
static double cost(double *const *x) {
    double sum = 0;
    for (int r = 0; r < N2; r++)
        for (int i = 0; i < M; i++)
            sum += pow(softsign(z2(x, r, i)) - x[5][r * M + i], 2) / 2;
    for (int k = 0; k < N2 * N1; k++)
        sum += x[6][0] / 2 * x[0][k] * x[0][k];
    for (int k = 0; k < N1 * N0; k++)
        sum += x[6][0] / 2 * x[2][k] * x[2][k];
    return sum / M;
}
/* Away from 0, where the slope of g has a kink. */
static void draw(double *const *x) {
    for (int i = 0; i < M; i++)
        for (int j = 0; j < N1; j++)
            if (fabs(z1(x, j, i)) < 0.2) {
                x[3][j] += 0.45;
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
    x[6][0] = judge_uniform(0.5, 3);
}

/* Calls a function for both layers, with everything before it right. */
static void both(layer *f, double *const *x, double *const *y) {
    double a1[N1 * M], d2[N2 * M], d1[N1 * M];
    matrix W2 = judge_matrix(x[0], N2, N1), W1 = judge_matrix(x[2], N1, N0),
           X = judge_matrix(x[4], N0, M);
    matrix A1 = judge_matrix(a1, N1, M), dZ2 = judge_matrix(d2, N2, M),
           dZ1 = judge_matrix(d1, N1, M);
    matrix dW2 = judge_matrix(y[0], N2, N1), db2 = judge_matrix(y[1], N2, 1);
    matrix dW1 = judge_matrix(y[2], N1, N0), db1 = judge_matrix(y[3], N1, 1);
    for (int i = 0; i < M; i++) {
        for (int r = 0; r < N2; r++) {
            double z = z2(x, r, i);
            at(&dZ2, r, i) = (softsign(z) - x[5][r * M + i]) * slope(z);
        }
        for (int j = 0; j < N1; j++) {
            double z = z1(x, j, i), da = 0;
            for (int r = 0; r < N2; r++)
                da += at(&W2, r, j) * at(&dZ2, r, i);
            at(&A1, j, i) = softsign(z);
            at(&dZ1, j, i) = da * slope(z);
        }
    }
    f(&dZ2, &A1, &W2, x[6][0], &dW2, &db2);
    f(&dZ1, &X, &W1, x[6][0], &dW1, &db1);
}
static void answer(double *const *x, double *const *y) {
    both(layer_gradients, x, y);
}

/* What may go wrong, by name; each mistake is one of them. */
static enum {
    NO_PRICE,
    PRICE_NO_MEAN,
    PRICE_HALF,
    PRICE_OFF,
    PRICE_OFTEN,
    NO_MEAN,
    TWICE_MEAN,
    BY_UNITS,
    BY_UNITS_DATA,
    BY_INPUTS,
    FIRST,
    LAST,
    ALL_BUT_LAST,
    GOES_ON,
    WRONG_AXIS,
    BIAS_PRICE
} slip;
static void slipped(const matrix *dZ, const matrix *A, const matrix *W, double lambda, matrix *dW,
                    matrix *db) {
    int first = slip == LAST ? M - 1 : 0, end = slip == FIRST          ? 1
                                                : slip == ALL_BUT_LAST ? M - 1
                                                                       : M;
    double mean = 1.0 / M, price = lambda / M, sum = 0;
    if (slip == NO_PRICE)
        price = 0;
    else if (slip == PRICE_NO_MEAN)
        price *= M;
    else if (slip == PRICE_HALF)
        price /= 2;
    else if (slip == PRICE_OFF)
        price = -price;
    else if (slip == PRICE_OFTEN)
        price /= M;
    else if (slip == NO_MEAN)
        mean = 1;
    else if (slip == TWICE_MEAN)
        mean /= M;
    else if (slip == BY_UNITS || slip == BY_UNITS_DATA)
        mean = 1.0 / W->rows;
    else if (slip == BY_INPUTS)
        mean = 1.0 / W->cols;
    if (slip == BY_UNITS || slip == BY_INPUTS)
        price = lambda * mean;
    for (int j = 0; j < W->rows; j++) {
        at(db, j, 0) = 0;
        for (int i = first; i < end; i++)
            at(db, j, 0) += mean * (slip == WRONG_AXIS ? 0 : at(dZ, j, i));
        for (int r = 0; r < W->rows && slip == WRONG_AXIS; r++)
            at(db, j, 0) += mean * at(dZ, r, j);
        sum = 0;
        for (int k = 0; k < W->cols; k++) {
            sum = slip == GOES_ON ? sum : 0;
            for (int i = first; i < end; i++)
                sum += mean * at(dZ, j, i) * at(A, k, i);
            at(dW, j, k) = sum + price * at(W, j, k);
            if (slip == BIAS_PRICE)
                at(db, j, 0) += price * at(W, j, k);
        }
    }
}
#define MISTAKE(name, which)                                                                       \
    static void name(double *const *x, double *const *y) {                                         \
        slip = which;                                                                              \
        both(slipped, x, y);                                                                       \
    }
MISTAKE(no_price, NO_PRICE)
MISTAKE(price_no_mean, PRICE_NO_MEAN)
MISTAKE(price_half, PRICE_HALF)
MISTAKE(price_off, PRICE_OFF)
MISTAKE(price_often, PRICE_OFTEN)
MISTAKE(no_mean, NO_MEAN)
MISTAKE(twice_mean, TWICE_MEAN)
MISTAKE(by_units, BY_UNITS)
MISTAKE(by_units_data, BY_UNITS_DATA)
MISTAKE(by_inputs, BY_INPUTS)
MISTAKE(first, FIRST)
MISTAKE(last, LAST)
MISTAKE(all_but_last, ALL_BUT_LAST)
MISTAKE(goes_on, GOES_ON)
MISTAKE(wrong_axis, WRONG_AXIS)
MISTAKE(bias_price, BIAS_PRICE)

static void price_value(double *const *x, double *const *y) {
    no_price(x, y);
    for (int k = 0; k < N2 * N1; k++)
        y[0][k] += x[6][0] / 2 / M * x[0][k] * x[0][k];
    for (int k = 0; k < N1 * N0; k++)
        y[2][k] += x[6][0] / 2 / M * x[2][k] * x[2][k];
}

/* One unit, one input, and more examples than usual, of which the last counts. */
static const char *other_sizes(void) {
    double d[M + 1] = {[M] = 2}, in[M + 1] = {[M] = 3}, w[] = {1}, dw[] = {0}, db[] = {0};
    matrix dZ = judge_matrix(d, 1, M + 1), A = judge_matrix(in, 1, M + 1),
           W = judge_matrix(w, 1, 1), dW = judge_matrix(dw, 1, 1), dB = judge_matrix(db, 1, 1);
    layer_gradients(&dZ, &A, &W, 1, &dW, &dB);
    return fabs(dw[0] - 7.0 / (M + 1)) < 1e-9 && fabs(db[0] - 2.0 / (M + 1)) < 1e-9
               ? NULL
               : "with more examples than before it is wrong: m is dZ->cols, and no number";
}

const judge_exercise exercise = {
    .inputs = {{"W2", N2, N1},
               {"b2", N2},
               {"W1", N1, N0},
               {"b1", N1},
               {"X", N0, M},
               {"Y", N2, M},
               {"lambda"}},
    .outputs = {{"dW2", N2, N1}, {"db2", N2}, {"dW1", N1, N0}, {"db1", N1}},
    .example = {-1,
                3,
                -2,
                3,
                -1,
                -2,
                /* b2 */ -1,
                1,
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
                /* X */ 1,
                0,
                0,
                0,
                0,
                1,
                0,
                0,
                0,
                0,
                1,
                0,
                0,
                0,
                0,
                1,
                1,
                2,
                -1,
                3,
                /* Y */ 0.25,
                -0.5,
                1,
                -1,
                0.5,
                -0.25,
                0.25,
                1,
                /* λ */ 2},
    .low = -1.5,
    .high = 1.5,
    .draw = draw,
    .examples = M,
    .answer = answer,
    .other_sizes = other_sizes,
    .cost = cost,
    .mistakes =
        {
            {"regulariser-missing",
             "the data's part is right; the price's part, (λ/m) W, is missing", no_price},
            {"regulariser-without-mean", "the price adds λ W here; its 1/m is missing",
             price_no_mean},
            {"regulariser-half",
             "the price adds (λ/2m) W here; the slope of w² is 2w, and that 2 cancels the one "
             "below",
             price_half},
            {"sign", "the price is taken off instead of added", price_off},
            {"regulariser-double-mean", "the price is divided by m twice", price_often},
            {"missing-mean", "the data's part is a sum over the examples here; divide it by m",
             no_mean},
            {"double-mean", "the data's part is divided by m twice", twice_mean},
            {"wrong-count",
             "it is divided by the number of units, W->rows; the mean is over the examples, "
             "dZ->cols",
             by_units},
            {"wrong-count",
             "it is divided by the number of units, W->rows; the mean is over the examples, "
             "dZ->cols",
             by_units_data},
            {"wrong-count",
             "it is divided by the number of inputs, W->cols; the mean is over the examples, "
             "dZ->cols",
             by_inputs},
            {"first-example-only", "only the first example counts: does the loop end early?",
             first},
            {"last-example-only", "only the last example counts: = stands where += belongs", last},
            {"last-example-missing", "the last example is left out: the loop ends too early by one",
             all_but_last},
            {"accumulated",
             "the sum goes on from one entry to the next: it has to start anew for each", goes_on},
            {"sum-over-wrong-axis",
             "db sums over the units, down a column of dZ; it is the mean over the examples, along "
             "a row",
             wrong_axis},
            {"regulariser-on-bias", "db pays for the weights; the price is no matter of the biases",
             bias_price},
            {"value-not-slope",
             "the price is added as it stands in the cost, (λ/2m) W²; its slope is wanted",
             price_value},
        },
};
