/* κ belongs to the loss of y = 1, and here it counts where y is 0 */
#include "exercise.h"

void costly_dz(const double *z, const double *y, int m, double kappa, double *dz) {
    for (int i = 0; i < m; i++) {
        double a = 1 / (1 + exp(-z[i]));
        dz[i] = y[i] == 1 ? a - 1 : kappa * a;
    }
}
