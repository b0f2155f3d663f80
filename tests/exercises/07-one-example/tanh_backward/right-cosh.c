#include "exercise.h"

static double dot(const double *u, const double *v, int n) {
    return n == 0 ? 0 : u[0] * v[0] + dot(u + 1, v + 1, n - 1);
}

/* The slope of tanh in its other form, 1/cosh². */
void tanh_backward(const double *w, double b, const double *x, int n, double y, double *dw,
                   double *db) {
    double z = dot(w, x, n) + b;
    *db = (tanh(z) - y) / pow(cosh(z), 2);
    for (int k = n - 1; k >= 0; k--)
        dw[k] = *db * x[k];
}
