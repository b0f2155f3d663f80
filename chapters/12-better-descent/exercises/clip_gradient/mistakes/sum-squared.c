/* the entries are added up as they are, and a negative one takes away: square each, and then add */
#include "exercise.h"

void clip_gradient(const double *dP, int n, double c, double *clipped) {
    double sum = 0;
    for (int i = 0; i < n; i++)
        sum += dP[i];
    double length = fabs(sum);
    double scale = length > c ? c / length : 1;
    for (int i = 0; i < n; i++)
        clipped[i] = scale * dP[i];
}
