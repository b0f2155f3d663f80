/* this is f itself, the real part: the slope is in the imaginary part, divided by h */
#include "exercise.h"
#include <complex.h>

double complex_slope(double x) {
    double h = 1e-20;
    double complex z = x + I * h;
    return creal(cexp(csin(z)) / csqrt(1 + z * z));
}
