/* s is the root of the sum of the squared distances: divide that by m first */
#include "exercise.h"

void standardise(const double *f, int m, double *x) {
    double mean = 0;
    for (int i = 0; i < m; i++)
        mean += f[i];
    mean /= m;
    double s = 0;
    for (int i = 0; i < m; i++)
        s += (f[i] - mean) * (f[i] - mean);
    s = sqrt(s);
    for (int i = 0; i < m; i++)
        x[i] = (f[i] - mean) / s;
}
