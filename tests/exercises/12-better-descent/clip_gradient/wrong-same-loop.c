#include "exercise.h"

void clip_gradient(const double *dP, int n, double c, double *clipped) {
    double sum = 0;
    for (int i = 0; i < n; i++) {
        sum += dP[i] * dP[i];
        double length = sqrt(sum);
        clipped[i] = length > c ? dP[i] * c / length : dP[i];
    }
}
