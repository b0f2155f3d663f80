/* with respect to z the derivative of y z is y: the z in it became the 1 that is its slope */
#include "exercise.h"

void poisson_gradient(const double *x, const double *y, int m, double w, double b, double *dw,
                      double *db) {
    double p = 0, q = 0;
    for (int i = 0; i < m; i++) {
        double z = w * x[i] + b, d = exp(z) - y[i] * z;
        p += x[i] * d;
        q += d;
    }
    *dw = p / m;
    *db = q / m;
}
