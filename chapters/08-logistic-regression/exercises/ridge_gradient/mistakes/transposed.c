/* the table is read column after column; feature k of example i is X[k * m + i] */
#include "exercise.h"

void ridge_gradient(const double *X, const double *y, int n, int m, const double *w, double b,
                    double lambda, double *dw, double *db) {
    *db = 0;
    for (int k = 0; k < n; k++)
        dw[k] = lambda * w[k] / m;
    for (int i = 0; i < m; i++) {
        double z = b;
        for (int k = 0; k < n; k++)
            z += w[k] * X[i * n + k];
        double dz = 1 / (1 + exp(-z)) - y[i];
        for (int k = 0; k < n; k++)
            dw[k] += X[i * n + k] * dz / m;
        *db += dz / m;
    }
}
