#include "exercise.h"

void softmax_backward(const matrix *Z, const matrix *dA, matrix *dZ) {
    for (int i = 0; i < Z->cols; i++) {
        double largest = at(Z, 0, i), sum = 0, mean = 0;
        for (int r = 1; r < Z->rows; r++)
            largest = fmax(largest, at(Z, r, i));
        for (int r = 0; r < Z->rows; r++) {
            at(dZ, r, i) = exp(at(Z, r, i) - largest);
            sum += at(dZ, r, i);
        }
        for (int r = 0; r < Z->rows; r++)
            mean += at(dZ, r, i) * at(dA, r, i) / sum;
        for (int r = 0; r < Z->rows; r++)
            at(dZ, r, i) *= (at(dA, r, i) - mean) / sum;
    }
}
