#include "exercise.h"

void softmax_backward(const matrix *Z, const matrix *dA, matrix *dZ) {
    for (int i = 0; i < Z->cols; i++) {
        double sum = 0, weighted = 0;
        for (int r = 0; r < Z->rows; r++) {
            double e = exp(at(Z, r, i));
            sum += e;
            weighted += e * at(dA, r, i);
        }
        for (int r = 0; r < Z->rows; r++) { /* what differs from the mean */
            double a = exp(at(Z, r, i)) / sum;
            at(dZ, r, i) = a * (at(dA, r, i) - weighted / sum);
        }
    }
}
