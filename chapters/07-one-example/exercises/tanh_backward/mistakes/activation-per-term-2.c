/* tanh is taken of each term; it comes once, of the whole z */
#include "exercise.h"

void tanh_backward(const double *w, double b, const double *x, int n, double y, double *dw,
                   double *db) {
    double a = b;
    for (int k = 0; k < n; k++)
        a += tanh(w[k] * x[k]);
    double dz = (a - y) * (1 - a * a);
    for (int k = 0; k < n; k++)
        dw[k] = x[k] * dz;
    *db = dz;
}
