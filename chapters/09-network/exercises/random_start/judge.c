#include "judge.h"

enum { MOST_UNITS = 9, MOST_INPUTS = 81 };

void random_start(matrix *W, matrix *b);

/* The sizes are x; what lies beyond them in the outputs is nobody's. */
static void answer(double *const *x, double *const *y) {
    matrix b = judge_matrix(y[0], (int)x[0][0], 1),
           W = judge_matrix(y[1], (int)x[0][0], (int)x[1][0]);
    for (int k = b.rows; k < MOST_UNITS; k++)
        y[0][k] = 0;
    for (int k = W.rows * W.cols; k < MOST_UNITS * MOST_INPUTS; k++)
        y[1][k] = 0;
    random_start(&W, &b);
}
static void draw(double *const *x) {
    x[0][0] = floor(judge_uniform(5, MOST_UNITS + 1));
    x[1][0] = floor(judge_uniform(20, MOST_INPUTS + 1));
}

/* Is entry k of W in an earlier place of the same row, or of the same column? */
static int repeated(const double *W, int k, int cols, int in_column) {
    for (int e = in_column ? k % cols : k - k % cols; e < k; e += in_column ? cols : 1)
        if (W[e] == W[k])
            return 1;
    return 0;
}

static const char *broken(double *const *x, double *const *y) {
    int n1 = (int)x[0][0], n0 = (int)x[1][0], size = n1 * n0, in_rows = 0, in_columns = 0;
    double sum = 0, square = 0;
    const double *W = y[1];
    for (int k = 0; k < size; k++) {
        sum += W[k];
        square += W[k] * W[k];
        in_rows += repeated(W, k, n0, 0);
        in_columns += repeated(W, k, n0, 1);
    }
    double spread = sqrt(square / size), wanted = 1 / sqrt(n0);
    if (square == 0)
        return "zeros\tall of W is 0, so all units are equal, and stay equal";
    if (in_rows > 0 && in_columns > 0)
        return "all-equal\tthe same number stands in several rows and columns of W: call "
               "random_normal() "
               "for each entry";
    if (in_columns > 0)
        return "equal-units\ttwo rows of W are equal: those two units will always do the same";
    if (in_rows > 0)
        return "equal-inputs\ta unit has the same weight for several inputs: call random_normal() "
               "for each "
               "entry, inside the inner loop";
    for (int j = 0; j < n1; j++)
        if (y[0][j] != 0)
            return "random-biases\tthe biases are to start at 0, and not all of yours do";
    if (fabs(sum / size) > 0.3 * spread)
        return "one-sided\tthe entries of W lean to one side; their mean should be near 0, with "
               "both signs alike";
    if (fabs(spread - wanted) < 0.25 * wanted)
        return NULL;
    if (fabs(spread - 1) < 0.25)
        return "not-scaled\tthe spread of W is about 1, whatever n0 is: divide by √n0";
    if (fabs(spread - 1.0 / n0) < 0.25 / n0)
        return "missing-root\tthe spread of W is about 1/n0; it should be 1/√n0";
    if (fabs(spread - 1 / sqrt(n1)) < 0.25 / sqrt(n1))
        return "rows-for-columns\tthe spread of W is about 1/√n1, by the number of units; each z "
               "is a sum over "
               "the n0 inputs, the columns of W";
    return spread > wanted
               ? "too-large\tthe entries of W are too large: their spread should be 1/√n0"
               : "too-small\tthe entries of W are too small: their spread should be 1/√n0";
}



const judge_exercise exercise = {
    .inputs = {{"n1"}, {"n0"}},
    .outputs = {{"b", MOST_UNITS}, {"W", MOST_UNITS, MOST_INPUTS}},
    .example = {4, 64},
    .low = 5,
    .high = 81,
    .draw = draw,
    .answer = answer,
    .random = 1,
    .broken = broken,
};
