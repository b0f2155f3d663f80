#include "exercise.h"

void clip_gradient(const double *dP, int n, double c, double *clipped) {
    double length = sqrt(dP[0] * dP[0] + dP[1] * dP[1] + dP[2] * dP[2] + dP[3] * dP[3]);
    double scale = length > c ? c / length : 1;
    for (int i = 0; i < n; i++)
        clipped[i] = scale * dP[i];
}
