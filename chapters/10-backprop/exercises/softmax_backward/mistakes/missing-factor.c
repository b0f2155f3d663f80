/* the factor a before the bracket is missing: dA − mean is shared out by a */
#include "exercise.h"

void softmax_backward(const matrix *Z, const matrix *dA, matrix *dZ) {
    for (int i = 0; i < Z->cols; i++) {
        double sum = 0, s = 0;
        for (int r = 0; r < Z->rows; r++)
            sum += exp(at(Z, r, i));
        for (int r = 0; r < Z->rows; r++)
            s += exp(at(Z, r, i)) / sum * at(dA, r, i);
        for (int r = 0; r < Z->rows; r++) {
            at(dZ, r, i) = at(dA, r, i) - s;
        }
    }
}
