/* the sums go on from one example to the next: they have to start anew for each */
#include "exercise.h"

void softmax_backward(const matrix *Z, const matrix *dA, matrix *dZ) {
    double sum = 0, weighted = 0;
    for (int i = 0; i < Z->cols; i++) {
        for (int r = 0; r < Z->rows; r++) {
            sum += exp(at(Z, r, i));
            weighted += exp(at(Z, r, i)) * at(dA, r, i);
        }
        for (int r = 0; r < Z->rows; r++)
            at(dZ, r, i) = exp(at(Z, r, i)) / sum * (at(dA, r, i) - weighted / sum);
    }
}
