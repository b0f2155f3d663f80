#include "exercise.h"

void layer_forward(const matrix *W, const matrix *b, const matrix *X, matrix *A) {
    int n = A->rows, m = A->cols;
    for (int j = 0; j < n; j++)
        for (int i = 0; i < m; i++)
            at(A, j, i) = at(b, j, 0);
    for (int k = 0; k < X->rows; k++)
        for (int j = 0; j < n; j++)
            for (int i = 0; i < m; i++)
                at(A, j, i) += at(W, j, k) * at(X, k, i);
    for (int j = 0; j < n; j++)
        for (int i = 0; i < m; i++)
            at(A, j, i) /= 1 + fabs(at(A, j, i));
}
