#include "exercise.h"

void ridge_gradient(const double *X, const double *y, int n, int m, const double *w, double b,
                    double lambda, double *dw, double *db) {
    *db = 0;
    for (int k = 0; k < 3; k++)
        dw[k] = lambda * w[k] / m;
    for (int i = 0; i < m; i++) {
        double z = b + w[0] * X[i] + w[1] * X[m + i] + w[2] * X[2 * m + i];
        double dz = 1 / (1 + exp(-z)) - y[i];
        for (int k = 0; k < 3; k++)
            dw[k] += X[k * m + i] * dz / m;
        *db += dz / m;
    }
}
