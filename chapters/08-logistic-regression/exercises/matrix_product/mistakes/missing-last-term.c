/* the last of the k products is left out: l goes from 0 to k − 1 */
#include "exercise.h"

void matrix_product(const double *A, const double *B, int n, int k, int m, int down, int right,
                    double *C) {
    for (int i = 0; i < n; i++)
        for (int j = 0; j < m; j++) {
            double sum = 0;
            for (int l = 0; l < k - 1; l++)
                sum += A[i * k + l] * B[l * down + j * right];
            C[i * m + j] = sum;
        }
}
