/* nothing is left of the denominator, (1 + x²)². (C reads a / b * b as a / b, times b: a squared
 * denominator needs brackets, a / (b * b)) */
#include "exercise.h"

double quotient_slope(double x) {
    double g = 1 + x * x;
    return (1 - x * x) / g * g;
}
