/* this is the slope of the softsign alone; the error, a − y, is its other factor */
#include "exercise.h"

void output_backward(const matrix *Z2, const matrix *A2, const matrix *Y, matrix *dZ2) {
    for (int r = 0; r < Z2->rows; r++)
        for (int i = 0; i < Z2->cols; i++) {
            double u = 1 + fabs(at(Z2, r, i));
            at(dZ2, r, i) = 1 / (u * u);
        }
}
