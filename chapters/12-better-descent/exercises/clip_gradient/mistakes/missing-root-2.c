/* the sum of squares is compared with c: its root is the length */
#include "exercise.h"

void clip_gradient(const double *dP, int n, double c, double *clipped) {
    double sum = 0;
    for (int i = 0; i < n; i++)
        sum += dP[i] * dP[i];
    double factor = 1;
    if (sum > c)
        factor = c / sqrt(sum);
    for (int i = 0; i < n; i++)
        clipped[i] = factor * dP[i];
}
