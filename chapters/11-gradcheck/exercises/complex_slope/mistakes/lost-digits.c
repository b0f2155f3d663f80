/* the first digits are right and the last are not. Either two nearly equal values are
 * subtracted, or the step sideways is too long: there, 1e-20 is not too short */
#include "exercise.h"

static double f(double x) {
    return exp(sin(x)) / sqrt(1 + x * x);
}

double complex_slope(double x) {
    double h = 1e-5;
    return (f(x + h) - f(x - h)) / (2 * h);
}
