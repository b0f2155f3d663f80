#include "exercise.h"

void standardise(const double *f, int m, double *x) {
    double sum = 0, squares = 0;
    for (int i = 0; i < m; i++)
        sum += f[i];
    double mean = sum / m; /* finished before the first distance is taken */
    for (int i = 0; i < m; i++)
        squares += (f[i] - mean) * (f[i] - mean);
    double s = sqrt(squares / m);
    for (int i = 0; i < m; i++)
        x[i] = (f[i] - mean) / s;
}
