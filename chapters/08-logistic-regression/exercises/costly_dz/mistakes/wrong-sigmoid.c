/* σ has lost a minus: it is 1/(1 + e^(−z)) */
#include "exercise.h"

void costly_dz(const double *z, const double *y, int m, double kappa, double *dz) {
    for (int i = 0; i < m; i++) {
        double a = 1 / (1 + exp(z[i]));
        dz[i] = kappa * y[i] * (a - 1) + (1 - y[i]) * a;
    }
}
