#include "exercise.h"

void standardise(const double *f, int m, double *x) {
    double mean = 0, square = 0;
    for (int i = 0; i < 8; i++)
        mean += f[i] / 8;
    for (int i = 0; i < 8; i++)
        square += (f[i] - mean) * (f[i] - mean) / 8;
    for (int i = 0; i < 8; i++)
        x[i] = (f[i] - mean) / sqrt(square);
}
