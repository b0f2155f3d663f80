#include "exercise.h"

void hidden_backward(const matrix *W2, const matrix *Z1, const matrix *dZ2, matrix *dZ1) {
    for (int j = 0; j < 3; j++)
        for (int i = 0; i < 4; i++) {
            double sum = at(W2, 0, j) * at(dZ2, 0, i) + at(W2, 1, j) * at(dZ2, 1, i);
            double u = 1 + fabs(at(Z1, j, i));
            at(dZ1, j, i) = sum / (u * u);
        }
}
