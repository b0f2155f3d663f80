/* f and the mean are the wrong way round: it is f − μ */
#include "exercise.h"

void standardise(const double *f, int m, double *x) {
    double mean = 0;
    for (int i = 0; i < m; i++)
        mean += f[i];
    mean /= m;
    double s = 0;
    for (int i = 0; i < m; i++)
        s += (f[i] - mean) * (f[i] - mean);
    s = sqrt(s / m);
    for (int i = 0; i < m; i++)
        x[i] = (mean - f[i]) / s;
}
