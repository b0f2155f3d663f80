/* dz is z − y here; it is a − y, with a = σ(z) */
#include "exercise.h"

void ridge_gradient(const double *X, const double *y, int n, int m, const double *w, double b,
                    double lambda, double *dw, double *db) {
    *db = 0;
    for (int k = 0; k < n; k++)
        dw[k] = lambda * w[k] / m;
    for (int i = 0; i < m; i++) {
        double z = b;
        for (int k = 0; k < n; k++)
            z += w[k] * X[k * m + i];
        for (int k = 0; k < n; k++)
            dw[k] += X[k * m + i] * (z - y[i]) / m;
        *db += (z - y[i]) / m;
    }
}
