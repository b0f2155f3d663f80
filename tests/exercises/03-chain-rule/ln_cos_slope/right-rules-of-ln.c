#include "exercise.h"

/* ln cos² is 2 ln cos, since the cosine of a sine is above 0. */
double ln_cos_slope(double x) {
    double root = pow(x, 0.5);
    double inner = 0.5 * pow(x, -0.5) * cos(root);
    double c = cos(sin(root));
    return -2 * sin(sin(root)) / c * inner;
}
