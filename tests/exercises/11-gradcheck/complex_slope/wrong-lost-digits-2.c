#include "exercise.h"
#include <complex.h>

double complex_slope(double x) {
    double h = 1e-4;
    double complex z = x + I * h;
    return cimag(cexp(csin(z)) / csqrt(1 + z * z)) / h;
}
