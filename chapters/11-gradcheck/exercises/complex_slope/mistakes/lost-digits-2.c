/* the first digits are right and the last are not. Either two nearly equal values are
 * subtracted, or the step sideways is too long: there, 1e-20 is not too short */
#include "exercise.h"
#include <complex.h>

double complex_slope(double x) {
    double h = 1e-4;
    double complex z = x + I * h;
    return cimag(cexp(csin(z)) / csqrt(1 + z * z)) / h;
}
