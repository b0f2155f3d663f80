#include "exercise.h"
#include <complex.h>

double complex_slope(double x) {
    double h = 1e-20; /* nothing is subtracted, so nothing is lost */
    double complex z = x + I * h;
    double complex f = cexp(csin(z)) / csqrt(1 + z * z);
    return cimag(f) / h;
}
