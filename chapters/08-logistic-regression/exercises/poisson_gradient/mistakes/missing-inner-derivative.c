/* dw lacks the factor x: when w moves, z moves x times as much */
#include "exercise.h"

void poisson_gradient(const double *x, const double *y, int m, double w, double b, double *dw,
                      double *db) {
    double sum = 0;
    for (int i = 0; i < m; i++)
        sum += exp(w * x[i] + b) - y[i];
    *dw = sum / m;
    *db = sum / m;
}
