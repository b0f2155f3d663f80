/* this is W2ᵀ dZ2, the derivatives with respect to A1; the factor g'(Z1) is missing */
#include "exercise.h"

void hidden_backward(const matrix *W2, const matrix *Z1, const matrix *dZ2, matrix *dZ1) {
    for (int j = 0; j < Z1->rows; j++)
        for (int i = 0; i < Z1->cols; i++) {
            at(dZ1, j, i) = 0;
            for (int r = 0; r < W2->rows; r++)
                at(dZ1, j, i) += at(W2, r, j) * at(dZ2, r, i);
        }
}
