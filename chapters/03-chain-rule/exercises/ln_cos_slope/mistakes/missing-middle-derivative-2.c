/* four of the five factors are there; the slope of the square, 2 cos(sin √x), is missing */
#include "exercise.h"

double ln_cos_slope(double x) {
    double r = sqrt(x), s = sin(r), u = cos(s) * cos(s);
    double ln_part = 1 / u;
    double cos_part = -sin(s);
    double sin_part = cos(r);
    double root_part = 1 / (2 * r);
    return ln_part * cos_part * sin_part * root_part;
}
