/* the whole time is from the first reading to the last, x[n − 1] − x[0] */
#include "exercise.h"

double average_value(const double *x, const double *y, int n) {
    double s = 0;
    for (int i = 0; i + 1 < n; i++)
        s += (x[i + 1] - x[i]) * (y[i] + y[i + 1]) / 2;
    return s / x[n - 1];
}
