/* the two terms of the numerator are exchanged: the numerator changes first, f' g − f g' */
#include "exercise.h"

double quotient_slope(double x) {
    double f = x, g = 1 + x * x;
    double df = 1, dg = 2 * x;
    return (f * dg - df * g) / (g * g);
}
