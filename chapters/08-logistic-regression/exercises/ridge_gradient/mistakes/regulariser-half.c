/* the price adds (λ/2m) w here; the slope of w² is 2w, and that 2 cancels the one in the
 * denominator */
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
    for (int k = 0; k < n; k++) {
        dw[k] /= m;
        dw[k] += lambda / (2 * m) * w[k];
    }
    *db /= m;
}
