#include "exercise.h"

#include <complex.h>
double complex_slope(double x) {
    double h = 1e-20;
    double complex z = x + I * h;
    double complex f = csin(cexp(z)) / csqrt(1 + z * z);
    return cimag(f) / h;
}
