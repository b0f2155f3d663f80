/* it is divided by m in each round of the loop: once is enough, after it */
#include "exercise.h"

void squared_cost_gradient(const double *x, const double *y, int m, double w, double b, double *dw,
                           double *db) {
    *dw = 0, *db = 0;
    for (int i = 0; i < m; i++) {
        double error = w * x[i] + b - y[i];
        *dw += x[i] * error;
        *db += error;
        *dw /= m;
        *db /= m;
    }
}
