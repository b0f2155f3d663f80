/* the five factors are added; the chain rule multiplies them */
#include "exercise.h"

double ln_cos_slope(double x) {
    double r = sqrt(x), s = sin(r), v = cos(s);
    return 1 / (v * v) + 2 * v - sin(s) + cos(r) + 1 / (2 * r);
}
