#include "exercise.h"

/* The mean of the left sum and the right sum. */
double average_value(const double *x, const double *y, int n) {
    double left = 0, right = 0;
    for (int i = n - 1; i > 0; i--) {
        double dx = x[i] - x[i - 1];
        left += y[i - 1] * dx;
        right += y[i] * dx;
    }
    return 0.5 * (left + right) / (x[n - 1] - x[0]);
}
