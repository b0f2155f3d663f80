/* the root comes last: divide the sum by m inside of it, not outside */
#include "exercise.h"

void standardise(const double *f, int m, double *x) {
    double mean = 0;
    for (int i = 0; i < m; i++)
        mean += f[i];
    mean /= m;
    double s = 0;
    for (int i = 0; i < m; i++)
        s += (f[i] - mean) * (f[i] - mean);
    s = sqrt(s) / m;
    for (int i = 0; i < m; i++)
        x[i] = (f[i] - mean) / s;
}
