/* the data's part is a sum over the examples here; divide it by m */
#include "exercise.h"

void layer_gradients(const matrix *dZ, const matrix *A, const matrix *W, double lambda, matrix *dW,
                     matrix *db) {
    int m = dZ->cols;
    for (int j = 0; j < W->rows; j++) {
        for (int k = 0; k < W->cols; k++) {
            double sum = 0;
            for (int i = 0; i < m; i++)
                sum += at(dZ, j, i) * at(A, k, i);
            at(dW, j, k) = sum + lambda / m * at(W, j, k);
        }
        double sum = 0;
        for (int i = 0; i < m; i++)
            sum += at(dZ, j, i);
        at(db, j, 0) = sum;
    }
}
