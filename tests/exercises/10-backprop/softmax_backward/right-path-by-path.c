#include "exercise.h"

void softmax_backward(const matrix *Z, const matrix *dA, matrix *dZ) {
    for (int i = 0; i < Z->cols; i++) {
        double sum = 0;
        for (int k = 0; k < Z->rows; k++)
            sum += exp(at(Z, k, i));
        for (int r = 0; r < Z->rows; r++) {
            double a = exp(at(Z, r, i)) / sum, slope = 0;
            for (int k = 0; k < Z->rows; k++) {
                double other = exp(at(Z, k, i)) / sum;
                slope += at(dA, k, i) * (k == r ? a * (1 - a) : -a * other);
            }
            at(dZ, r, i) = slope;
        }
    }
}
