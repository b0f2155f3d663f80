/* the softsign is taken of each term, and of b; it comes once, when all of the sum is there */
#include "exercise.h"

void layer_forward(const matrix *W, const matrix *b, const matrix *X, matrix *A) {
    for (int j = 0; j < W->rows; j++)
        for (int i = 0; i < X->cols; i++) {
            double bias = at(b, j, 0), a = bias / (1 + fabs(bias));
            for (int k = 0; k < W->cols; k++) {
                double term = at(W, j, k) * at(X, k, i);
                a += term / (1 + fabs(term));
            }
            at(A, j, i) = a;
        }
}
