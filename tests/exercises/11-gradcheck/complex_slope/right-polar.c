#include "exercise.h"
#include <complex.h>

static double complex f(double complex z) {
    return cexp(csin(z) - clog(1 + z * z) / 2);
}

double complex_slope(double x) {
    return cimag(f(x + 1e-100 * I)) * 1e100;
}
