/* tanh is taken twice: a is tanh z already, so its slope is 1 − a² */
#include "exercise.h"

void tanh_backward(const double *w, double b, const double *x, int n, double y, double *dw,
                   double *db) {
    double z = b;
    for (int k = 0; k < n; k++)
        z += w[k] * x[k];
    double a = tanh(z);
    double dz = (a - y) * (1 - pow(tanh(a), 2));
    for (int k = 0; k < n; k++)
        dw[k] = x[k] * dz;
    *db = dz;
}
