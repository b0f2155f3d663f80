/* s is made from the sizes of the distances; it needs their squares, and a root */
#include "exercise.h"

void standardise(const double *f, int m, double *x) {
    double mean = 0;
    for (int i = 0; i < m; i++)
        mean += f[i];
    mean /= m;
    double s = 0;
    for (int i = 0; i < m; i++)
        s += fabs(f[i] - mean);
    s /= m;
    for (int i = 0; i < m; i++)
        x[i] = (f[i] - mean) / s;
}
