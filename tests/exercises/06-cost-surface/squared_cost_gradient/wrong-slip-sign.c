// Slow: make test-long judges it.
#include "exercise.h"

void squared_cost_gradient(const double *x, const double *y, int m, double w, double b, double *dw,
                           double *db) {
    double sw = 0, sb = 0;
    for (int i = 0; i < m; i++) {
        double e = y[i] - w * x[i] + b;
        sw += e * x[i];
        sb += e;
    }
    *dw = sw / m;
    *db = sb / m;
}
