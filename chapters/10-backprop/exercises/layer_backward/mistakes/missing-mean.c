/* dW and db are slopes of the cost, the mean of the losses: divide them by m */
#include "exercise.h"

void layer_backward(const matrix *W, const matrix *Z, const matrix *In, const matrix *dA,
                    matrix *dW, matrix *db, matrix *dIn) {
    int n = W->rows, k_max = W->cols, m = Z->cols;
    for (int k = 0; k < k_max; k++)
        for (int i = 0; i < m; i++)
            at(dIn, k, i) = 0;
    for (int j = 0; j < n; j++) {
        at(db, j, 0) = 0;
        for (int k = 0; k < k_max; k++)
            at(dW, j, k) = 0;
        for (int i = 0; i < m; i++) {
            double u = 1 + fabs(at(Z, j, i)), dz = at(dA, j, i) / (u * u);
            at(db, j, 0) += dz;
            for (int k = 0; k < k_max; k++) {
                at(dW, j, k) += dz * at(In, k, i);
                at(dIn, k, i) += at(W, j, k) * dz;
            }
        }
    }
}
