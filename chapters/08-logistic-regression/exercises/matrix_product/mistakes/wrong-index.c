/* a row of A has k numbers, not n: its entry (i, l) is A[i * k + l] */
#include "exercise.h"

void matrix_product(const double *A, const double *B, int n, int k, int m, int down, int right,
                    double *C) {
    for (int i = 0; i < n; i++)
        for (int j = 0; j < m; j++) {
            double sum = 0;
            for (int l = 0; l < k; l++)
                sum += A[i * n + l] * B[l * down + j * right];
            C[i * m + j] = sum;
        }
}
