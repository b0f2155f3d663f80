#include "exercise.h"

void clip_gradient(const double *dP, int n, double c, double *clipped) {
    double sum = 0;
    for (int i = 0; i < n; i++)
        sum += dP[i] * dP[i];
    if (sqrt(sum) > c)
        for (int i = 0; i < n; i++)
            clipped[i] = dP[i] * c / sqrt(sum);
}
