/* where y = 1, c multiplies the whole of a − 1, not the label alone */
#include "exercise.h"

void weighted_gradient(const double *x, const double *y, int m, double w, double b, double c,
                       double *dw, double *db) {
    double sum_w = 0, sum_b = 0;
    for (int i = 0; i < m; i++) {
        double a = 1 / (1 + exp(-(w * x[i] + b)));
        double dz = a - c * y[i];
        sum_w += x[i] * dz;
        sum_b += dz;
    }
    *dw = sum_w / m;
    *db = sum_b / m;
}
