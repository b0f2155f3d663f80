/* where y is 1 the −1 is missing: κ (a − 1) */
#include "exercise.h"

void costly_dz(const double *z, const double *y, int m, double kappa, double *dz) {
    for (int i = 0; i < m; i++) {
        double a = 1 / (1 + exp(-z[i]));
        dz[i] = kappa * y[i] * a + (1 - y[i]) * a;
    }
}
