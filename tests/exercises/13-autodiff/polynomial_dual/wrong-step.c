// Slow: make test-long judges it.
#include "exercise.h"

static double poly(const double *a, int n, double x) {
    double p = 0;
    for (int k = n - 1; k >= 0; k--)
        p = p * x + a[k];
    return p;
}

void polynomial_dual(const double *a, int n, double x, double *value, double *slope) {
    double h = 1e-7;
    *value = poly(a, n, x);
    *slope = (poly(a, n, x + h) - poly(a, n, x)) / h;
}
