/* the mean is subtracted, but nothing is divided by s */
#include "exercise.h"

void standardise(const double *f, int m, double *x) {
    double mean = 0;
    for (int i = 0; i < m; i++)
        mean += f[i];
    mean /= m;
    for (int i = 0; i < m; i++)
        x[i] = f[i] - mean;
}
