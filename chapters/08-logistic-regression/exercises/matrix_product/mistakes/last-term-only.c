/* only the last of the k products counts: each adds to the sum, with += */
#include "exercise.h"

void matrix_product(const double *A, const double *B, int n, int k, int m, int down, int right,
                    double *C) {
    for (int i = 0; i < n; i++)
        for (int j = 0; j < m; j++)
            for (int l = 0; l < k; l++)
                C[i * m + j] = A[i * k + l] * B[l * down + j * right];
}
