/* multiply before you take the mean: each error by its own x, not one mean by the other */
#include "exercise.h"

void squared_cost_gradient(const double *x, const double *y, int m, double w, double b, double *dw,
                           double *db) {
    double mean_x = 0, mean_error = 0;
    for (int i = 0; i < m; i++) {
        mean_x += x[i] / m;
        mean_error += (w * x[i] + b - y[i]) / m;
    }
    *db = mean_error;
    *dw = mean_x * mean_error;
}
