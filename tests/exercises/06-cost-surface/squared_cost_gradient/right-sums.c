#include "exercise.h"

/* From five sums over the data, as a calculator would do it. */
void squared_cost_gradient(const double *x, const double *y, int m, double w, double b, double *dw,
                           double *db) {
    double sx = 0, sy = 0, sxx = 0, sxy = 0;
    for (int i = 0; i < m; i++) {
        sx += x[i];
        sy += y[i];
        sxx += x[i] * x[i];
        sxy += x[i] * y[i];
    }
    *dw = (w * sxx + b * sx - sxy) / m;
    *db = w * sx / m + b - sy / m;
}
