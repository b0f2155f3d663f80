/* z goes on from one example to the next: it has to start anew at b */
#include "exercise.h"

void ridge_gradient(const double *X, const double *y, int n, int m, const double *w, double b,
                    double lambda, double *dw, double *db) {
    double z = b;
    *db = 0;
    for (int k = 0; k < n; k++)
        dw[k] = 0;
    for (int i = 0; i < m; i++) {
        for (int k = 0; k < n; k++)
            z += w[k] * X[k * m + i];
        double dz = 1 / (1 + exp(-z)) - y[i];
        for (int k = 0; k < n; k++)
            dw[k] += X[k * m + i] * dz;
        *db += dz;
    }
    for (int k = 0; k < n; k++)
        dw[k] = (dw[k] + lambda * w[k]) / m;
    *db /= m;
}
