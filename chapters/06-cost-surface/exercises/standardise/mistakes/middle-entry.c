/* the entry in the middle takes the place of the mean, which is the sum of all divided by m */
#include "exercise.h"

void standardise(const double *f, int m, double *x) {
    double mean = f[m / 2], squares = 0;
    for (int i = 0; i < m; i++)
        squares += (f[i] - mean) * (f[i] - mean);
    for (int i = 0; i < m; i++)
        x[i] = (f[i] - mean) / sqrt(squares / m);
}
