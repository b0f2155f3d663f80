/* four of the five factors are there; the slope of the innermost is missing: √x brings 1/(2√x) */
#include "exercise.h"

double ln_cos_slope(double x) {
    double s = sin(sqrt(x));
    double c = cos(s);
    return 1 / (c * c) * 2 * c * -sin(s) * cos(sqrt(x));
}
