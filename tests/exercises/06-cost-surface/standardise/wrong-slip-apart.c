#include "exercise.h"

void standardise(const double *f, int m, double *x) {
    double mean = 0;
    for (int i = 0; i < m; i++)
        mean += f[i];
    mean /= m;
    double s = 0;
    for (int i = 0; i < m; i++) {
        double d = f[i] - mean;
        s += d * d;
    }
    s = sqrt(s / m);
    if (s < 0.1)
        s = 1; /* avoid division by zero */
    for (int i = 0; i < m; i++)
        x[i] = (f[i] - mean) / s;
}
