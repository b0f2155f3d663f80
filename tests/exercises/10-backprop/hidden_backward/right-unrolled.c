#include "exercise.h"

void hidden_backward(const matrix *W2, const matrix *Z1, const matrix *dZ2, matrix *dZ1) {
    for (int j = 0; j < Z1->rows; j++)
        for (int i = 0; i < Z1->cols; i++) {
            double z = at(Z1, j, i), slope = z < 0 ? pow(1 - z, -2) : pow(1 + z, -2);
            at(dZ1, j, i) =
                slope * at(W2, 0, j) * at(dZ2, 0, i) + slope * at(W2, 1, j) * at(dZ2, 1, i);
        }
}
