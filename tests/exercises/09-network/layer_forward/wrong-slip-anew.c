#include "exercise.h"

void layer_forward(const matrix *W, const matrix *b, const matrix *X, matrix *A) {
    for (int j = 0; j < A->rows; j++) {
        double z = at(b, j, 0);
        for (int i = 0; i < A->cols; i++) {
            for (int k = 0; k < W->cols; k++)
                z += at(W, j, k) * at(X, k, i);
            at(A, j, i) = z / (1 + fabs(z));
        }
    }
}
