/* where y is 1, κ has reached the a but not the −1: a − 1 needs its brackets */
#include "exercise.h"

void costly_dz(const double *z, const double *y, int m, double kappa, double *dz) {
    for (int i = 0; i < m; i++) {
        double a = 1 / (1 + exp(-z[i]));
        dz[i] = y[i] == 1 ? kappa * a - 1 : a;
    }
}
