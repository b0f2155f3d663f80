/* a row is added up, and a column, and then they are multiplied: multiply each pair first, and add
 * up the products */
#include "exercise.h"

void matrix_product(const double *A, const double *B, int n, int k, int m, int down, int right,
                    double *C) {
    for (int i = 0; i < n; i++)
        for (int j = 0; j < m; j++) {
            double row = 0, column = 0;
            for (int l = 0; l < k; l++) {
                row += A[i * k + l];
                column += B[l * down + j * right];
            }
            C[i * m + j] = row * column;
        }
}
