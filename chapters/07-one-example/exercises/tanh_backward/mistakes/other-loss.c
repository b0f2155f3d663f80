/* this da belongs to the loss with logarithms; the squared error has da = a − y */
#include "exercise.h"

void tanh_backward(const double *w, double b, const double *x, int n, double y, double *dw,
                   double *db) {
    double z = b;
    for (int k = 0; k < n; k++)
        z += w[k] * x[k];
    double a = tanh(z);
    double da = -y / a + (1 - y) / (1 - a);
    double dz = da * (1 - a * a);
    for (int k = 0; k < n; k++)
        dw[k] = x[k] * dz;
    *db = dz;
}
