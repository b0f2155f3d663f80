/* the sums of x and of the error are multiplied: dw needs the sum of their products, x times error of each example */
#include "exercise.h"

void squared_cost_gradient(const double *x, const double *y, int m, double w, double b, double *dw,
                           double *db) {
    double error = 0, sum_x = 0;
    for (int i = 0; i < m; i++) {
        error += w * x[i] + b - y[i];
        sum_x += x[i];
    }
    *dw = error * sum_x / m;
    *db = error / m;
}
