/* in a − κ y the κ has reached the label but not the a: where y is 1, all of a − 1 is κ times as
 * large */
#include "exercise.h"

void costly_dz(const double *z, const double *y, int m, double kappa, double *dz) {
    for (int i = 0; i < m; i++) {
        double a = 1 / (1 + exp(-z[i]));
        dz[i] = a - kappa * y[i];
    }
}
