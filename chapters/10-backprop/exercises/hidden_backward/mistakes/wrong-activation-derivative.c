/* 1 − a² is the slope of tanh; the softsign has another, 1/(1 + |z|)² */
#include "exercise.h"

void hidden_backward(const matrix *W2, const matrix *Z1, const matrix *dZ2, matrix *dZ1) {
    for (int j = 0; j < dZ1->rows; j++)
        for (int i = 0; i < dZ1->cols; i++) {
            double sum = 0, z = at(Z1, j, i), a = z / (1 + fabs(z));
            for (int r = 0; r < W2->rows; r++)
                sum += at(W2, r, j) * at(dZ2, r, i);
            at(dZ1, j, i) = sum * (1 - a * a);
        }
}
