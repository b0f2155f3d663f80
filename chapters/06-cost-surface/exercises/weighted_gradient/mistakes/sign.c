/* where y = 1 the sign is turned: dz is c (a − 1), below 0 */
#include "exercise.h"

void weighted_gradient(const double *x, const double *y, int m, double w, double b, double c,
                       double *dw, double *db) {
    double sum_w = 0, sum_b = 0;
    for (int i = 0; i < m; i++) {
        double a = 1 / (1 + exp(-(w * x[i] + b)));
        double dz = a;
        if (y[i] == 1)
            dz = c * (1 - a);
        sum_w += x[i] * dz;
        sum_b += dz;
    }
    *dw = sum_w / m;
    *db = sum_b / m;
}
