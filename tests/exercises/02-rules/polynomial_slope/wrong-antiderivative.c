/* Exercise 2.1: the slope of a polynomial
 *
 *     f(x) = a x³ + b x + c
 *
 * Given x and the three fixed numbers a, b and c, return the slope of f at x.
 *
 * Worked: polynomial_slope(2, 1, -4, 7) = 8
 */
#include "exercise.h"

double polynomial_slope(double x, double a, double b, double c) {
    return a * x * x * x * x / 4 + b * x * x / 2 + c * x;
}
