/* the mean of each piece counts the same, long or short: each counts by its width */
#include "exercise.h"

double average_value(const double *x, const double *y, int n) {
    double sum = 0;
    for (int i = 0; i + 1 < n; i++)
        sum += (y[i] + y[i + 1]) / 2;
    return sum / (n - 1);
}
