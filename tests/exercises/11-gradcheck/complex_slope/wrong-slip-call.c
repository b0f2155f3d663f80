/* Exercise 11.3: sideways
 *
 *     f(x) = e^(sin x) / √(1 + x²),   slope ≈ Im f(x + ih) / h
 *
 * Given x, return the slope of f at x with at least twelve digits right.
 *
 * A double complex is a number u + iv. I is i, so x + I * h is a step sideways.
 * +, −, * and / work as ever; cexp(z), csin(z), ccos(z), csqrt(z) and clog(z) are exp,
 * sin, cos, sqrt and log for it. creal(z) is u, cimag(z) is v.
 *
 * Worked: complex_slope(0) = 1
 */
#include "exercise.h"
#include <complex.h>

static double complex func(double complex z) {
    return cexp(csin(z)) / csqrt(1 + z * z);
}

double complex_slope(double x) {
    double h = 1e-20;
    return (creal(func(x + I * h)) - creal(func(x))) / h;
}
