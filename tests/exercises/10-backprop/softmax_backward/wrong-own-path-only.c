#include "exercise.h"

void softmax_backward(const matrix *Z, const matrix *dA, matrix *dZ) {
    for (int i = 0; i < Z->cols; i++) {
        double sum = 0;
        for (int r = 0; r < Z->rows; r++)
            sum += exp(at(Z, r, i));
        for (int r = 0; r < Z->rows; r++) {
            double e = exp(at(Z, r, i));
            at(dZ, r, i) = at(dA, r, i) * e * (sum - e) / (sum * sum);
        }
    }
}
