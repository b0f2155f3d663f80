/* where y is 1 the sign is wrong: the slope of −ln a by z is a − 1, below 0 */
#include "exercise.h"

void costly_dz(const double *z, const double *y, int m, double kappa, double *dz) {
    for (int i = 0; i < m; i++) {
        double a = 1 / (1 + exp(-z[i]));
        if (y[i] == 1)
            dz[i] = kappa * (1 - a);
        else
            dz[i] = a;
    }
}
