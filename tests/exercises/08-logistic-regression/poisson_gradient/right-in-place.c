#include "exercise.h"

void poisson_gradient(const double *x, const double *y, int m, double w, double b, double *dw,
                      double *db) {
    const double mean = 1.0 / m;
    *dw = *db = 0;
    while (m-- > 0) {
        double dz = (exp(w * *x + b) - *y) * mean;
        *db += dz;
        *dw += dz * *x;
        x++, y++;
    }
}
