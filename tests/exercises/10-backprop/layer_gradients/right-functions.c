#include "exercise.h"

/* A row of P meets a row of Q; a Q that is not there is all ones. */
static double mean_product(const matrix *P, int p, const matrix *Q, int q) {
    double sum = 0;
    for (int i = P->cols; i-- > 0;)
        sum += at(P, p, i) * (Q ? at(Q, q, i) : 1);
    return sum / P->cols;
}

void layer_gradients(const matrix *dZ, const matrix *A, const matrix *W, double lambda, matrix *dW,
                     matrix *db) {
    for (int k = 0; k < A->rows; k++)
        for (int j = 0; j < dZ->rows; j++)
            at(dW, j, k) = mean_product(dZ, j, A, k) + at(W, j, k) * lambda / dZ->cols;
    for (int j = 0; j < dZ->rows; j++)
        at(db, j, 0) = mean_product(dZ, j, NULL, 0);
}
