/* the slope of b x is b: the x in it became the 1 that is its slope */
#include "exercise.h"

double polynomial_slope(double x, double a, double b, double c) {
    double cube = a * 3 * pow(x, 2);
    double line = b * x;
    return cube + line;
}
