#include "exercise.h"

double ln_cos_slope(double x) {
    double r = sqrt(x);
    double s = sin(r);
    return 2 * cos(s) * -sin(s) * cos(r) / (2 * r);
}
