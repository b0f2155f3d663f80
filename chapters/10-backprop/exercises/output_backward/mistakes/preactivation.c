/* the loss compares a with y, not z with y */
#include "exercise.h"

void output_backward(const matrix *Z2, const matrix *A2, const matrix *Y, matrix *dZ2) {
    for (int r = 0; r < Z2->rows; r++)
        for (int i = 0; i < Z2->cols; i++) {
            double z = at(Z2, r, i);
            at(dZ2, r, i) = (z - at(Y, r, i)) / pow(1 + fabs(z), 2);
        }
}
