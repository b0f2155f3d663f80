/* s comes out as if f itself were squared: what is squared must be the distance from the mean, f − μ,
 * which is taken away once */
#include "exercise.h"

void standardise(const double *f, int m, double *x) {
    double mean = 0;
    for (int i = 0; i < m; i++)
        mean += f[i];
    mean /= m;
    double s = 0;
    for (int i = 0; i < m; i++)
        s += f[i] * f[i];
    s = sqrt(s / m);
    for (int i = 0; i < m; i++)
        x[i] = (f[i] - mean) / s;
}
