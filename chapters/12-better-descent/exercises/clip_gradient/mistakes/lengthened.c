/* a gradient that is shorter than c has been made longer: it should stay as it is */
#include "exercise.h"

void clip_gradient(const double *dP, int n, double c, double *clipped) {
    double sum = 0;
    for (int i = 0; i < n; i++)
        sum += dP[i] * dP[i];
    double length = sqrt(sum) + 1e-300;
    for (int i = 0; i < n; i++)
        clipped[i] = c * dP[i] / length;
}
