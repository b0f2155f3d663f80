#include "exercise.h"

static double guess(double x, double w, double b) {
    return w * x + b;
}

void squared_cost_gradient(const double *x, const double *y, int m, double w, double b, double *dw,
                           double *db) {
    *dw = *db = 0;
    for (int i = m - 1; i >= 0; i--) {
        *dw += 2 * (guess(x[i], w, b) - y[i]) * x[i];
        *db += 2 * (guess(x[i], w, b) - y[i]);
    }
    *dw /= 2 * m;
    *db /= 2 * m;
}
