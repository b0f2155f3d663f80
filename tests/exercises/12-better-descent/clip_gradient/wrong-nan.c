// Slow: make test-long judges it.
#include "exercise.h"

void clip_gradient(const double *dP, int n, double c, double *clipped) {
    double sum = 0;
    for (int i = 0; i < n; i++)
        sum += dP[i] * dP[i];
    for (int i = 0; i < n; i++)
        clipped[i] = dP[i] / sqrt(sum) * fmin(c, sqrt(sum));
}
