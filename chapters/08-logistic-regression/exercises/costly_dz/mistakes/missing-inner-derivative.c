/* this is the slope by a; to get the slope by z, multiply by the slope of the sigmoid, a (1 − a) */
#include "exercise.h"

void costly_dz(const double *z, const double *y, int m, double kappa, double *dz) {
    for (int i = 0; i < m; i++) {
        double a = 1 / (1 + exp(-z[i]));
        dz[i] = -(kappa * y[i] / a - (1 - y[i]) / (1 - a));
    }
}
