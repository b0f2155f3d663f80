/* four of the five factors are there; the slope of ln u, 1/u with u = cos²(sin √x), is missing */
#include "exercise.h"

double ln_cos_slope(double x) {
    double r = sqrt(x);
    double s = sin(r);
    return 2 * cos(s) * -sin(s) * cos(r) / (2 * r);
}
