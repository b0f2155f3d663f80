/* 1/(1 + z²) is the slope of arctan; that of the softsign is 1/(1 + |z|)² */
#include "exercise.h"

void output_backward(const matrix *Z2, const matrix *A2, const matrix *Y, matrix *dZ2) {
    for (int r = 0; r < dZ2->rows; r++)
        for (int i = 0; i < dZ2->cols; i++) {
            double z = at(Z2, r, i);
            at(dZ2, r, i) = (at(A2, r, i) - at(Y, r, i)) / (1 + z * z);
        }
}
