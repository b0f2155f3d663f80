/* only the last example counts: each adds to the sums, with += */
#include "exercise.h"

void poisson_gradient(const double *x, const double *y, int m, double w, double b, double *dw,
                      double *db) {
    for (int i = 0; i < m; i++) {
        double dz = exp(w * x[i] + b) - y[i];
        *dw = x[i] * dz / m;
        *db = dz / m;
    }
}
