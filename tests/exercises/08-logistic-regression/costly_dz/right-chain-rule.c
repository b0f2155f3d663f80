#include "exercise.h"

/* Not simplified: the slope of the loss by a, times that of the sigmoid. */
static double slope_by_a(double a, double y, double kappa) {
    return -kappa * y / a + (1 - y) / (1 - a);
}

void costly_dz(const double *z, const double *y, int m, double kappa, double *dz) {
    int i = 0;
    while (i < m) {
        double a = 0.5 + 0.5 * tanh(z[i] / 2);
        dz[i] = slope_by_a(a, y[i], kappa) * a * (1 - a);
        i++;
    }
}
