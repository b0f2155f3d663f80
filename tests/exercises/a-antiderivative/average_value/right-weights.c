#include "exercise.h"

/* A mean of the readings, each with the time that it stands for: half of the way to
 * either neighbour. */
double average_value(const double *x, const double *y, int n) {
    double sum = 0, weights = 0;
    for (int i = 0; i < n; i++) {
        double from = i > 0 ? (x[i - 1] + x[i]) / 2 : x[0];
        double to = i < n - 1 ? (x[i] + x[i + 1]) / 2 : x[n - 1];
        sum += (to - from) * y[i];
        weights += to - from;
    }
    return sum / weights;
}
