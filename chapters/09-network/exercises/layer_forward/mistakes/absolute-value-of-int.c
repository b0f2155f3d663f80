/* |z| has lost what comes after its point, in an int or by abs: use a double and fabs */
#include "exercise.h"

void layer_forward(const matrix *W, const matrix *b, const matrix *X, matrix *A) {
    for (int j = 0; j < W->rows; j++)
        for (int i = 0; i < X->cols; i++) {
            double z = at(b, j, 0);
            for (int k = 0; k < W->cols; k++)
                z += at(W, j, k) * at(X, k, i);
            int size = z < 0 ? -z : z;
            at(A, j, i) = z / (1 + size);
        }
}
