#include "exercise.h"

/* Without a question: y and 1 − y switch the halves on and off. */
void weighted_gradient(const double *x, const double *y, int m, double w, double b, double c,
                       double *dw, double *db) {
    *dw = 0;
    *db = 0;
    for (int i = 0; i < m; i++) {
        double e = exp(w * x[i] + b);
        double dz = (e * (1 - y[i]) - c * y[i]) / (1 + e);
        *dw += dz * x[i] / m;
        *db += dz / m;
    }
}
