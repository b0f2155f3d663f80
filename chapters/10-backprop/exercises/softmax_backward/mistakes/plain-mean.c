/* the mean of dA is the plain one; each dA counts with its own probability a */
#include "exercise.h"

void softmax_backward(const matrix *Z, const matrix *dA, matrix *dZ) {
    for (int i = 0; i < Z->cols; i++) {
        double sum = 0, s = 0;
        for (int r = 0; r < Z->rows; r++) {
            sum += exp(at(Z, r, i));
            s += at(dA, r, i) / Z->rows;
        }
        for (int r = 0; r < Z->rows; r++) {
            double a = exp(at(Z, r, i)) / sum;
            at(dZ, r, i) = a * (at(dA, r, i) - s);
        }
    }
}
