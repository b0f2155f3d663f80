/* the weight to one output is multiplied by the dZ2 of the other */
#include "exercise.h"

void hidden_backward(const matrix *W2, const matrix *Z1, const matrix *dZ2, matrix *dZ1) {
    for (int j = 0; j < dZ1->rows; j++)
        for (int i = 0; i < dZ1->cols; i++) {
            double s = 0, u = 1 + fabs(at(Z1, j, i));
            for (int r = 0; r < W2->rows; r++)
                s += at(W2, r, j) * at(dZ2, W2->rows - 1 - r, i);
            at(dZ1, j, i) = s / (u * u);
        }
}
