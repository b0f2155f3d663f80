/* the sum of all f is subtracted, not their mean: divide it by m first */
#include "exercise.h"

void standardise(const double *f, int m, double *x) {
    double mean = 0, square = 0;
    for (int i = 0; i < m; i++)
        mean += f[i];
    for (int i = 0; i < m; i++)
        square += (f[i] - mean) * (f[i] - mean);
    for (int i = 0; i < m; i++)
        x[i] = (f[i] - mean) / sqrt(square / m);
}
