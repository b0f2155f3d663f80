/* the strides of B are exchanged: l goes down a column, j to the right */
#include "exercise.h"

void matrix_product(const double *A, const double *B, int n, int k, int m, int down, int right,
                    double *C) {
    for (int i = 0; i < n; i++)
        for (int j = 0; j < m; j++) {
            double sum = 0;
            for (int l = 0; l < k; l++)
                sum += A[i * k + l] * B[l * right + j * down];
            C[i * m + j] = sum;
        }
}
