/* a / b * b divides by b and multiplies by it again: the squared denominator needs brackets, a
 * / (b * b) */
#include "exercise.h"

double quotient_slope(double x) {
    double g = 1 + x * x;
    return (1 - x * x) / g * g;
}
