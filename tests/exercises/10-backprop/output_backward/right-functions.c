#include "exercise.h"

static double slope(double z) {
    double u = z > 0 ? 1 + z : 1 - z;
    return 1 / u / u;
}

void output_backward(const matrix *Z2, const matrix *A2, const matrix *Y, matrix *dZ2) {
    int m = Y->cols;
    for (int k = 0; k < 2 * m; k++)
        at(dZ2, k / m, k % m) = at(A2, k / m, k % m);
    for (int i = 0; i < m; i++)
        for (int r = 0; r < 2; r++) {
            at(dZ2, r, i) -= at(Y, r, i);
            at(dZ2, r, i) *= slope(at(Z2, r, i));
        }
}
