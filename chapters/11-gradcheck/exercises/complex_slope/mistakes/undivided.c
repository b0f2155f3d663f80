/* this is h times the slope: divide it by h */
#include "exercise.h"
#include <complex.h>

double complex_slope(double x) {
    double complex z = x + I * 1e-20;
    double complex f = cexp(csin(z)) / csqrt(1 + z * z);
    return cimag(f);
}
