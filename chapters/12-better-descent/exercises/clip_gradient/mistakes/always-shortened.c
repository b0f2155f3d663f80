/* every gradient gets the length c, the short ones, too: those stay as they are (and one of zeros
 * has no direction) */
#include "exercise.h"

void clip_gradient(const double *dP, int n, double c, double *clipped) {
    double square = 0;
    for (int i = 0; i < n; i++)
        square += dP[i] * dP[i];
    for (int i = 0; i < n; i++)
        clipped[i] = c * dP[i] / sqrt(square);
}
