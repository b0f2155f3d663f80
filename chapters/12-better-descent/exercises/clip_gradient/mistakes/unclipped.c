/* nothing is shortened */
#include "exercise.h"

void clip_gradient(const double *dP, int n, double c, double *clipped) {
    double sum;
    for (int i = 0; i < n; i++)
        sum += dP[i] * dP[i];
    double scale = sqrt(sum) > c ? c / sqrt(sum) : 1;
    for (int i = 0; i < n; i++)
        clipped[i] = scale * dP[i];
}
