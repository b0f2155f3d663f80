#include "exercise.h"

void hidden_backward(const matrix *W2, const matrix *Z1, const matrix *dZ2, matrix *dZ1) {
    for (int j = 0; j < dZ1->rows; j++)
        for (int i = 0; i < dZ1->cols; i++)
            at(dZ1, j, i) = 0;
    for (int r = dZ2->rows - 1; r >= 0; r--)
        for (int i = 0; i < dZ2->cols; i++)
            for (int j = 0; j < W2->cols; j++) {
                double a = at(Z1, j, i) / (1 + fabs(at(Z1, j, i)));
                at(dZ1, j, i) += at(W2, r, j) * at(dZ2, r, i) * (1 - fabs(a)) * (1 - fabs(a));
            }
}
