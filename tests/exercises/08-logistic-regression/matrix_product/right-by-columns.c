#include "exercise.h"

void matrix_product(const double *A, const double *B, int n, int k, int m, int down, int right,
                    double *C) {
    for (int i = 0; i < n * m; i++)
        C[i] = 0;
    for (int l = 0; l < k; l++) /* column l of A times row l of B, added up */
        for (int j = m; j-- > 0;)
            for (int i = 0; i < n; i++)
                C[i * m + j] += B[l * down + j * right] * A[i * k + l];
}
