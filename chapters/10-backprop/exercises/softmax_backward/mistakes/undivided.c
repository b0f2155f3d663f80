/* e^z takes the place of a: it is divided by the sum of the column first */
#include "exercise.h"

void softmax_backward(const matrix *Z, const matrix *dA, matrix *dZ) {
    for (int i = 0; i < Z->cols; i++) {
        double s = 0;
        for (int r = 0; r < Z->rows; r++)
            s += exp(at(Z, r, i)) * at(dA, r, i);
        for (int r = 0; r < Z->rows; r++)
            at(dZ, r, i) = exp(at(Z, r, i)) * (at(dA, r, i) - s);
    }
}
