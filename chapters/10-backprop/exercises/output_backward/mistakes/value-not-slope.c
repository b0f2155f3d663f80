/* this multiplies by the value of the softsign; the chain rule multiplies by its slope, 1/(1 +
 * |z|)² */
#include "exercise.h"

void output_backward(const matrix *Z2, const matrix *A2, const matrix *Y, matrix *dZ2) {
    for (int r = 0; r < Z2->rows; r++)
        for (int i = 0; i < Z2->cols; i++)
            at(dZ2, r, i) = (at(A2, r, i) - at(Y, r, i)) * at(A2, r, i);
}
