/* no imaginary part is left at the end: exp, sin and sqrt drop it without a word, cexp, csin and
 * csqrt keep it; and a step of h, without the I, makes none */
#include "exercise.h"
#include <complex.h>

double complex_slope(double x) {
    double h = 1e-20;
    double complex z = x + h;
    return cimag(cexp(csin(z)) / csqrt(1 + z * z)) / h;
}
