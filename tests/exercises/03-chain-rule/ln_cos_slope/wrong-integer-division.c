#include "exercise.h"

double ln_cos_slope(double x) {
    double r = pow(x, 1 / 2);
    double s = sin(r);
    return -tan(s) * cos(r) / r;
}
