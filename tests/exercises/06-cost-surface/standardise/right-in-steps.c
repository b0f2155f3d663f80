#include "exercise.h"

static double mean(const double *v, int m) {
    return m == 0 ? 0 : (mean(v, m - 1) * (m - 1) + v[m - 1]) / m;
}

/* First shift x, then stretch it. */
void standardise(const double *f, int m, double *x) {
    double squares = 0;
    for (int i = 0; i < m; i++) {
        x[i] = f[i] - mean(f, m);
        squares += pow(x[i], 2);
    }
    for (int i = 0; i < m; i++)
        x[i] *= sqrt(m / squares);
}
