/* the step has not reached √(1 + z²): a csqrt is missing, or there is an x where z belongs */
#include "exercise.h"
#include <complex.h>

double complex_slope(double x) {
    double complex z = x + 1e-20 * I;
    double complex f = cexp(csin(z)) / sqrt(1 + z * z);
    return cimag(f) / 1e-20;
}
