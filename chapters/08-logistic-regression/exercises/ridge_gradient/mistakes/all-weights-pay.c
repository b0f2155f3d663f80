/* each slope has the price of all weights together; a weight pays for itself alone, (λ/m) w_k */
#include "exercise.h"

void ridge_gradient(const double *X, const double *y, int n, int m, const double *w, double b,
                    double lambda, double *dw, double *db) {
    double all = 0;
    *db = 0;
    for (int k = 0; k < n; k++)
        all += w[k];
    for (int k = 0; k < n; k++)
        dw[k] = lambda * all;
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
        dw[k] /= m;
    *db /= m;
}
