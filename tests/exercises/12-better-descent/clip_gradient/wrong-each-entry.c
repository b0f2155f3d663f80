#include "exercise.h"

void clip_gradient(const double *dP, int n, double c, double *clipped) {
    for (int i = 0; i < n; i++) {
        clipped[i] = dP[i];
        if (dP[i] > c)
            clipped[i] = c;
        if (dP[i] < -c)
            clipped[i] = -c;
    }
}
