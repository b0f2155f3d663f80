#include "exercise.h"

static double dot(const double *p, int step, const double *q, int count) {
    double sum = 0;
    while (count-- > 0) {
        sum += *p * *q++;
        p += step;
    }
    return sum;
}

void ridge_gradient(const double *X, const double *y, int n, int m, const double *w, double b,
                    double lambda, double *dw, double *db) {
    double ones[m], dz[m];
    for (int i = 0; i < m; i++) {
        double z = dot(X + i, m, w, n) + b;
        dz[i] = exp(z) / (1 + exp(z)) - y[i];
        ones[i] = 1;
    }
    for (int k = 0; k < n; k++)
        dw[k] = (dot(X + k * m, 1, dz, m) + lambda * w[k]) / m;
    *db = dot(ones, 1, dz, m) / m;
}
