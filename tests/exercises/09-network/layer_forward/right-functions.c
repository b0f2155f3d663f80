#include "exercise.h"

static double softsign(double z) {
    return z >= 0 ? z / (1 + z) : z / (1 - z);
}

static double meet(const matrix *W, int row, const matrix *X, int column) {
    double sum = 0;
    for (int k = X->rows; k > 0; k--)
        sum += at(W, row, k - 1) * at(X, k - 1, column);
    return sum;
}

void layer_forward(const matrix *W, const matrix *b, const matrix *X, matrix *A) {
    for (int i = 0; i < X->cols; i++)
        for (int j = 0; j < W->rows; j++)
            at(A, j, i) = softsign(meet(W, j, X, i) + at(b, j, 0));
}
