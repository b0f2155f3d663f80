#include "exercise.h"

/* 2 cos² s is 1 + cos 2s, and its slope is −2 sin 2s: the square is gone. */
double ln_cos_slope(double x) {
    double r = sqrt(x), twice = 2 * sin(r);
    double factor[3] = {-sin(twice) / (1 + cos(twice)), 2 * cos(r), 1 / (2 * r)};
    double product = 1;
    for (int k = 0; k < 3; k++)
        product *= factor[k];
    return product;
}
