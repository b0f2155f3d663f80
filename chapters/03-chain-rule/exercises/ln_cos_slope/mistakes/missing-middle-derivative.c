/* four of the five factors are there; the slope of the sine, cos √x, is missing */
#include "exercise.h"

double ln_cos_slope(double x) {
    double s = sin(sqrt(x));
    return -2 * tan(s) / (2 * sqrt(x));
}
