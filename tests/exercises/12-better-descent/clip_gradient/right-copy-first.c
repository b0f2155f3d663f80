#include "exercise.h"

/* Copies, and shortens the copy if need be. */
void clip_gradient(const double *dP, int n, double c, double *clipped) {
    double length = 0;
    for (int i = 0; i < n; i++) {
        clipped[i] = dP[i];
        length = hypot(length, dP[i]);
    }
    if (length <= c)
        return;
    for (int i = 0; i < n; i++)
        clipped[i] *= c / length;
}
