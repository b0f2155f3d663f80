#include "exercise.h"

void layer_gradients(const matrix *dZ, const matrix *A, const matrix *W, double lambda, matrix *dW,
                     matrix *db) {
    double m = A->cols;
    for (int j = 0; j < dW->rows; j++) {
        at(db, j, 0) = 0;
        for (int k = 0; k < dW->cols; k++)
            at(dW, j, k) = lambda / m * at(W, j, k);
    }
    for (int i = 0; i < m; i++)
        for (int j = 0; j < dZ->rows; j++) {
            at(db, j, 0) += at(dZ, j, i) / m;
            for (int k = 0; k < A->rows; k++)
                at(dW, j, k) += at(dZ, j, i) * at(A, k, i) / m;
        }
}
