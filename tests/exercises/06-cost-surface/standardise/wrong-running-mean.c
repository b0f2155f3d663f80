#include "exercise.h"

void standardise(const double *f, int m, double *x) {
    double sum = 0, squares = 0, mean = 0;
    for (int i = 0; i < m; i++) {
        sum += f[i];
        mean = sum / (i + 1);
        squares += (f[i] - mean) * (f[i] - mean);
    }
    double s = sqrt(squares / m);
    for (int i = 0; i < m; i++)
        x[i] = (f[i] - mean) / s;
}
