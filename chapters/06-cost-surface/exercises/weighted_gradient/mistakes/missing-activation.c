/* a should be σ(z): here it is z itself */
#include "exercise.h"

void weighted_gradient(const double *x, const double *y, int m, double w, double b, double c,
                       double *dw, double *db) {
    double sum_w = 0, sum_b = 0;
    for (int i = 0; i < m; i++) {
        double a = w * x[i] + b;
        double dz = y[i] == 1 ? c * (a - 1) : a;
        sum_w += x[i] * dz;
        sum_b += dz;
    }
    *dw = sum_w / m;
    *db = sum_b / m;
}
