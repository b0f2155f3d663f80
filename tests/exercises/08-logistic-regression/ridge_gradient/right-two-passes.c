#include "exercise.h"

/* Forward for all examples, then one weight after the other. */
void ridge_gradient(const double *X, const double *y, int n, int m, const double *w, double b,
                    double lambda, double *dw, double *db) {
    double dz[m];
    double sum = 0;
    for (int i = 0; i < m; i++) {
        double z = 0;
        for (int k = n - 1; k >= 0; k--)
            z += X[k * m + i] * w[k];
        dz[i] = 1 / (1 + exp(-z - b)) - y[i];
        sum += dz[i];
    }
    for (int k = 0; k < n; k++) {
        double mean = 0;
        for (int i = 0; i < m; i++)
            mean += dz[i] * X[k * m + i] / m;
        dw[k] = mean + lambda / m * w[k];
    }
    *db = sum / m;
}
