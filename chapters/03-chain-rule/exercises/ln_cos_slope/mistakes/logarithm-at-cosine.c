/* the slope of ln is taken at the cosine; what goes into ln is its square, and 1/u is 1/cos² */
#include "exercise.h"

double ln_cos_slope(double x) {
    double r = sqrt(x), s = sin(r);
    return -2 * sin(s) * cos(r) / (2 * r);
}
