#include "exercise.h"

/* tanh z = 2σ(2z) − 1, so its slope is 4σ(1 − σ), with σ at 2z. */
void tanh_backward(const double *w, double b, const double *x, int n, double y, double *dw,
                   double *db) {
    double z = 0;
    for (int k = 0; k < n; k++) {
        z += w[k] * x[k];
        dw[k] = x[k];
    }
    double s = 1 / (1 + exp(-2 * (z + b)));
    double dz = 4 * s * (1 - s) * (2 * s - 1 - y);
    for (int k = 0; k < n; k++)
        dw[k] *= dz;
    *db = dz;
}
