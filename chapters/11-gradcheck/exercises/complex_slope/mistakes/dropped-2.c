/* √(1 + x²) has stayed at x: the step sideways must reach it, too */
#include "exercise.h"
#include <complex.h>

double complex_slope(double x) {
    double complex z = x + 1e-20 * I;
    double complex f = cexp(csin(z)) / sqrt(1 + z * z);
    return cimag(f) / 1e-20;
}
