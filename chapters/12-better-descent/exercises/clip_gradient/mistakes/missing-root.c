/* the sum of squares is the square of the length: its root is missing */
#include "exercise.h"

void clip_gradient(const double *dP, int n, double c, double *clipped) {
    double length = 0;
    for (int i = 0; i < n; i++)
        length += dP[i] * dP[i];
    double factor = 1;
    if (length > c)
        factor = c / length;
    for (int i = 0; i < n; i++)
        clipped[i] = factor * dP[i];
}
