/* the slope of tanh is 1 − a²: the square is missing */
#include "exercise.h"

void tanh_backward(const double *w, double b, const double *x, int n, double y, double *dw,
                   double *db) {
    double z = b;
    for (int k = 0; k < n; k++)
        z += w[k] * x[k];
    double a = tanh(z), d = (a - y) * (1 - a);
    for (int k = 0; k < n; k++)
        dw[k] = d * x[k];
    *db = d;
}
