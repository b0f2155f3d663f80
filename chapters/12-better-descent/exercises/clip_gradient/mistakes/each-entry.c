/* each entry is clipped on its own, and that turns the gradient aside: multiply all entries by the
 * same number, c/length */
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
