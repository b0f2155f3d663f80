/* db pays, too; the biases are not in the price */
#include "exercise.h"

void layer_gradients(const matrix *dZ, const matrix *A, const matrix *W, double lambda, matrix *dW,
                     matrix *db) {
    int m = dZ->cols;
    for (int j = 0; j < dW->rows; j++) {
        double bias = lambda;
        for (int i = 0; i < m; i++)
            bias += at(dZ, j, i);
        at(db, j, 0) = bias / m;
        for (int k = 0; k < dW->cols; k++) {
            double sum = lambda * at(W, j, k);
            for (int i = 0; i < m; i++)
                sum += at(dZ, j, i) * at(A, k, i);
            at(dW, j, k) = sum / m;
        }
    }
}
