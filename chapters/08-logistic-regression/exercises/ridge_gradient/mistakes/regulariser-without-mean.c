/* the price adds λ w to the slopes, m times too large: it adds (λ/m) w, once */
#include "exercise.h"

void ridge_gradient(const double *X, const double *y, int n, int m, const double *w, double b,
                    double lambda, double *dw, double *db) {
    *db = 0;
    for (int k = 0; k < n; k++)
        dw[k] = 0;
    for (int i = 0; i < m; i++) {
        double z = b;
        for (int k = 0; k < n; k++)
            z += w[k] * X[k * m + i];
        double dz = 1 / (1 + exp(-z)) - y[i];
        for (int k = 0; k < n; k++)
            dw[k] += X[k * m + i] * dz;
        *db += dz;
    }
    for (int k = 0; k < n; k++)
        dw[k] = dw[k] / m + lambda * w[k];
    *db /= m;
}
