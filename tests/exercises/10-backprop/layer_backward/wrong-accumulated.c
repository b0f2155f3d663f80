#include "exercise.h"

void layer_backward(const matrix *W, const matrix *Z, const matrix *In, const matrix *dA,
                    matrix *dW, matrix *db, matrix *dIn) {
    for (int j = 0; j < W->rows; j++) {
        at(db, j, 0) = 0;
        for (int k = 0; k < W->cols; k++)
            at(dW, j, k) = 0;
        for (int i = 0; i < Z->cols; i++) {
            double u = 1 + fabs(at(Z, j, i));
            double dz = at(dA, j, i) / (u * u);
            at(db, j, 0) += dz / Z->cols;
            for (int k = 0; k < W->cols; k++) {
                at(dW, j, k) += dz * at(In, k, i) / Z->cols;
                at(dIn, k, i) += at(W, j, k) * dz;
            }
        }
    }
}
