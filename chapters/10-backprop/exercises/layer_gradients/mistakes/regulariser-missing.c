/* the data's part is right; the price's part, (λ/m) W, is missing */
#include "exercise.h"

void layer_gradients(const matrix *dZ, const matrix *A, const matrix *W, double lambda, matrix *dW,
                     matrix *db) {
    int m = dZ->cols;
    for (int j = 0; j < W->rows; j++) {
        for (int k = 0; k < W->cols; k++) {
            double sum = 0;
            for (int i = 0; i < m; i++)
                sum += at(dZ, j, i) * at(A, k, i);
            at(dW, j, k) = sum / m;
        }
        double sum = 0;
        for (int i = 0; i < m; i++)
            sum += at(dZ, j, i);
        at(db, j, 0) = sum / m;
    }
}
