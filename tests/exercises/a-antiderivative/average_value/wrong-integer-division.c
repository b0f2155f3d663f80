#include "exercise.h"

double average_value(const double *x, const double *y, int n) {
    double sum = 0;
    for (int i = 0; i + 1 < n; i++)
        sum += 1 / 2 * (y[i] + y[i + 1]) * (x[i + 1] - x[i]);
    return sum / (x[n - 1] - x[0]);
}
