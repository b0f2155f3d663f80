/* this is the slope for √(sin x): the root comes first, and the sine is taken of √x */
#include "exercise.h"

double ln_cos_slope(double x) {
    double s = sin(x);
    double r = sqrt(s), v = cos(r);
    return 1 / (v * v) * 2 * v * -sin(r) / (2 * r) * cos(x);
}
