/* da is the slope of the loss, a − y, not the loss itself */
#include "exercise.h"

void tanh_backward(const double *w, double b, const double *x, int n, double y, double *dw,
                   double *db) {
    double z = b;
    for (int k = 0; k < n; k++)
        z += w[k] * x[k];
    double a = tanh(z);
    double da = (a - y) * (a - y) / 2;
    double dz = da * (1 - a * a);
    for (int k = 0; k < n; k++)
        dw[k] = x[k] * dz;
    *db = dz;
}
