/* db sums over the units, down a column of dZ; it is the mean over the examples, along a row */
#include "exercise.h"

void layer_gradients(const matrix *dZ, const matrix *A, const matrix *W, double lambda, matrix *dW,
                     matrix *db) {
    int m = dZ->cols;
    for (int j = 0; j < W->rows; j++)
        for (int k = 0; k < W->cols; k++) {
            at(dW, j, k) = lambda / m * at(W, j, k);
            for (int i = 0; i < m; i++)
                at(dW, j, k) += at(dZ, j, i) * at(A, k, i) / m;
        }
    for (int i = 0; i < db->rows; i++) {
        at(db, i, 0) = 0;
        for (int j = 0; j < dZ->rows; j++)
            at(db, i, 0) += at(dZ, j, i) / m;
    }
}
