#include "exercise.h"

static double dz(const matrix *Z, const matrix *dA, int j, int i) {
    return at(dA, j, i) * pow(1 + fabs(at(Z, j, i)), -2);
}

void layer_backward(const matrix *W, const matrix *Z, const matrix *In, const matrix *dA,
                    matrix *dW, matrix *db, matrix *dIn) {
    for (int j = 0; j < dW->rows; j++)
        for (int k = -1; k < dW->cols; k++) {
            double sum = 0;
            for (int i = 0; i < Z->cols; i++)
                sum += dz(Z, dA, j, i) * (k < 0 ? 1 : at(In, k, i));
            *(k < 0 ? &at(db, j, 0) : &at(dW, j, k)) = sum / Z->cols;
        }
    for (int i = 0; i < In->cols; i++)
        for (int k = 0; k < In->rows; k++) {
            double sum = 0;
            for (int j = W->rows; j-- > 0;)
                sum += dz(Z, dA, j, i) * at(W, j, k);
            at(dIn, k, i) = sum;
        }
}
