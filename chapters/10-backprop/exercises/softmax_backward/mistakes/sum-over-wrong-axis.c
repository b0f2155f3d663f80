/* softmax runs along a row here, over the examples; it shares out within a column */
#include "exercise.h"

void softmax_backward(const matrix *Z, const matrix *dA, matrix *dZ) {
    for (int r = 0; r < Z->rows; r++) {
        double sum = 0, weighted = 0;
        for (int i = 0; i < Z->cols; i++) {
            sum += exp(at(Z, r, i));
            weighted += exp(at(Z, r, i)) * at(dA, r, i);
        }
        for (int i = 0; i < Z->cols; i++)
            at(dZ, r, i) = exp(at(Z, r, i)) / sum * (at(dA, r, i) - weighted / sum);
    }
}
