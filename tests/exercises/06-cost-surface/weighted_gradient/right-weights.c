#include "exercise.h"

static double weighted_dz(double z, double y, double c) {
    double weight = y > 0.5 ? c : 1;
    double a = 0.5 + tanh(z / 2) / 2;
    return weight * (a - y);
}

void weighted_gradient(const double *x, const double *y, int m, double w, double b, double c,
                       double *dw, double *db) {
    double first = 0, second = 0;
    for (int i = 0; i < m; i++)
        first += x[i] * weighted_dz(w * x[i] + b, y[i], c);
    for (int i = 0; i < m; i++)
        second += weighted_dz(w * x[i] + b, y[i], c);
    *dw = 1.0 / m * first;
    *db = 1.0 / m * second;
}
