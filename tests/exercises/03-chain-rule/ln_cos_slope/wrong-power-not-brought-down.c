#include "exercise.h"

double ln_cos_slope(double x) {
    double r = sqrt(x), s = sin(r), v = cos(s);
    return 1 / (v * v) * v * -sin(s) * cos(r) * 1 / (2 * r);
}
