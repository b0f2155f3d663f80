/* this σ falls where it should rise: it is 1/(1 + e^(−z)) */
#include "exercise.h"

void weighted_gradient(const double *x, const double *y, int m, double w, double b, double c,
                       double *dw, double *db) {
    double sum_w = 0, sum_b = 0;
    for (int i = 0; i < m; i++) {
        double z = w * x[i] + b;
        double a = 1 / (1 + exp(z));
        double dz = y[i] == 1 ? c * (a - 1) : a;
        sum_w += x[i] * dz;
        sum_b += dz;
    }
    *dw = sum_w / m;
    *db = sum_b / m;
}
