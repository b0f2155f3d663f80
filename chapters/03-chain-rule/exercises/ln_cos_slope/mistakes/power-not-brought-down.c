/* this is half of it: the slope of v² is 2v, and its 2 is missing */
#include "exercise.h"

double ln_cos_slope(double x) {
    double r = sqrt(x), s = sin(r), v = cos(s);
    return 1 / (v * v) * v * -sin(s) * cos(r) * 1 / (2 * r);
}
