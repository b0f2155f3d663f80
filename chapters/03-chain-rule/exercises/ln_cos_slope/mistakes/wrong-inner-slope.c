/* the slope of the sine is cos, not −sin: sin √x brings cos √x */
#include "exercise.h"

double ln_cos_slope(double x) {
    double r = sqrt(x), s = sin(r);
    return tan(s) * sin(r) / r;
}
