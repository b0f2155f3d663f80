/* the mean has lost what comes after the point: it must be a double, not an int */
#include "exercise.h"

void standardise(const double *f, int m, double *x) {
    int mean = 0;
    for (int i = 0; i < m; i++)
        mean += f[i];
    mean /= m;
    double s = 0;
    for (int i = 0; i < m; i++)
        s += (f[i] - mean) * (f[i] - mean);
    s = sqrt(s / m);
    for (int i = 0; i < m; i++)
        x[i] = (f[i] - mean) / s;
}
