/* κ counts only where y is 1; where y is 0 the loss is as it was */
#include "exercise.h"

void costly_dz(const double *z, const double *y, int m, double kappa, double *dz) {
    for (int i = 0; i < m; i++)
        dz[i] = kappa * (1 / (1 + exp(-z[i])) - y[i]);
}
