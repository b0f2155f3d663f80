/* a long gradient now has the length 1, and should have the length c */
#include "exercise.h"

void clip_gradient(const double *dP, int n, double c, double *clipped) {
    double sum = 0;
    for (int i = 0; i < n; i++)
        sum += dP[i] * dP[i];
    double length = sqrt(sum);
    for (int i = 0; i < n; i++)
        if (length > c)
            clipped[i] = dP[i] / length;
        else
            clipped[i] = dP[i];
}
