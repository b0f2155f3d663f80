/* the sum goes on from one entry to the next: it has to start anew for each */
#include "exercise.h"

void layer_gradients(const matrix *dZ, const matrix *A, const matrix *W, double lambda, matrix *dW,
                     matrix *db) {
    int m = dZ->cols;
    for (int j = 0; j < W->rows; j++) {
        double sum = 0, bias = 0;
        for (int k = 0; k < W->cols; k++) {
            for (int i = 0; i < m; i++)
                sum += at(dZ, j, i) * at(A, k, i);
            at(dW, j, k) = (sum + lambda * at(W, j, k)) / m;
        }
        for (int i = 0; i < m; i++)
            bias += at(dZ, j, i);
        at(db, j, 0) = bias / m;
    }
}
