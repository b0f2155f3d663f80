/* sine and cosine are exchanged: this is the slope of ln sin²(cos √x) */
#include "exercise.h"

double ln_cos_slope(double x) {
    double r = sqrt(x), s = cos(r), v = sin(s);
    return 1 / (v * v) * 2 * v * cos(s) * -sin(r) / (2 * r);
}
