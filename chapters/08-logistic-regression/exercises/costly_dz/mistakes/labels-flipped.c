/* the two kinds are exchanged: κ (a − 1) belongs to y = 1, and a to y = 0 */
#include "exercise.h"

void costly_dz(const double *z, const double *y, int m, double kappa, double *dz) {
    for (int i = 0; i < m; i++) {
        double a = 1 / (1 + exp(-z[i]));
        dz[i] = (1 - y[i]) * kappa * (a - 1) + y[i] * a;
    }
}
