#include "exercise.h"

double ln_cos_slope(double x) {
    double r = sqrt(x), s = sin(r), v = cos(s), u = v * v; /* what goes into each link */
    double ln = 1 / u, square = 2 * v, cosine = -sin(s), sine = cos(r), root = 1 / (2 * r);
    return ln * square * cosine * sine * root;
}
