#include "exercise.h"

void layer_forward(const matrix *W, const matrix *b, const matrix *X, matrix *A) {
    for (int j = 0; j < W->rows; j++)
        for (int i = 0; i < X->cols; i++) {
            double z = at(W, j, 0) * at(X, 0, i) + at(W, j, 1) * at(X, 1, i) + at(b, j, 0);
            at(A, j, i) = z / (1 + fabs(z));
        }
}
