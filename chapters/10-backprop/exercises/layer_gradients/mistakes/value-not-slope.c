/* the price is added as it stands in the cost, (λ/2m) W²; its slope is wanted */
#include "exercise.h"

void layer_gradients(const matrix *dZ, const matrix *A, const matrix *W, double lambda, matrix *dW,
                     matrix *db) {
    int m = dZ->cols;
    for (int j = 0; j < dW->rows; j++) {
        double sum_b = 0;
        for (int i = 0; i < m; i++)
            sum_b += at(dZ, j, i);
        at(db, j, 0) = sum_b / m;
        for (int k = 0; k < dW->cols; k++) {
            double sum = 0, w = at(W, j, k);
            for (int i = 0; i < m; i++)
                sum += at(dZ, j, i) * at(A, k, i);
            at(dW, j, k) = sum / m + lambda / (2 * m) * w * w;
        }
    }
}
