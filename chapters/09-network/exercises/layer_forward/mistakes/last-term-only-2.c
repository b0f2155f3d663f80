/* only the last term of the sum is there: each adds to z, with += */
#include "exercise.h"

void layer_forward(const matrix *W, const matrix *b, const matrix *X, matrix *A) {
    for (int j = 0; j < A->rows; j++)
        for (int i = 0; i < A->cols; i++) {
            double z = at(b, j, 0);
            for (int k = 0; k < W->cols; k++)
                z = +at(W, j, k) * at(X, k, i);
            at(A, j, i) = z / (1 + fabs(z));
        }
}
