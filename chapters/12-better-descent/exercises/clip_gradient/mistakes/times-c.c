/* a long gradient is multiplied by c; what makes its length c is the factor c/length */
#include "exercise.h"

void clip_gradient(const double *dP, int n, double c, double *clipped) {
    double square = 0;
    for (int i = 0; i < n; i++)
        square += dP[i] * dP[i];
    for (int i = 0; i < n; i++)
        clipped[i] = sqrt(square) > c ? c * dP[i] : dP[i];
}
