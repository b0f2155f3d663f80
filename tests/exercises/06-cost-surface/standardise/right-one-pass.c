#include "exercise.h"

/* The mean of the squares minus the square of the mean. */
void standardise(const double *f, int m, double *x) {
    double mean = 0, square = 0;
    for (int i = 0; i < m; i++) {
        mean += f[i] / m;
        square += f[i] * f[i] / m;
    }
    double s = sqrt(square - mean * mean);
    for (int i = 0; i < m; i++)
        x[i] = (f[i] - mean) / s;
}
