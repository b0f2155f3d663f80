/* b is missing in z: a is σ(w x + b) */
#include "exercise.h"

void weighted_gradient(const double *x, const double *y, int m, double w, double b, double c,
                       double *dw, double *db) {
    double p = 0, q = 0;
    for (int i = 0; i < m; i++) {
        double a = 1 / (1 + exp(-w * x[i])), d = y[i] == 1 ? c * (a - 1) : a;
        p += x[i] * d;
        q += d;
    }
    *dw = p / m;
    *db = q / m;
}
