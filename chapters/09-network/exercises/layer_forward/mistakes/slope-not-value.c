/* this is the slope of the softsign, 1/(1 + |z|)²; on the way forward it is its value */
#include "exercise.h"

void layer_forward(const matrix *W, const matrix *b, const matrix *X, matrix *A) {
    for (int j = 0; j < W->rows; j++)
        for (int i = 0; i < X->cols; i++) {
            double z = at(b, j, 0);
            for (int k = 0; k < W->cols; k++)
                z += at(W, j, k) * at(X, k, i);
            at(A, j, i) = 1 / ((1 + fabs(z)) * (1 + fabs(z)));
        }
}
