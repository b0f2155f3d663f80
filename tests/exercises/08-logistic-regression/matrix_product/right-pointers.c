#include "exercise.h"

void matrix_product(const double *A, const double *B, int n, int k, int m, int down, int right,
                    double *C) {
    for (int i = 0; i < n; i++, A += k)
        for (int j = 0; j < m; j++) {
            const double *b = B + j * right;
            double sum = 0;
            for (int l = 0; l < k; l++, b += down)
                sum += A[l] * *b;
            *C++ = sum;
        }
}
