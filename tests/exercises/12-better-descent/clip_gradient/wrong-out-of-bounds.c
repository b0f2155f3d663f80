#include "exercise.h"

void clip_gradient(const double *dP, int n, double c, double *clipped) {
    double sum = 0;
    for (int i = 1; i <= n; i++)
        sum += dP[i] * dP[i];
    double scale = fmin(1, c / sqrt(sum));
    for (int i = 1; i <= n; i++)
        clipped[i] = scale * dP[i];
}
