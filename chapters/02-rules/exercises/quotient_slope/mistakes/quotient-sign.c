/* between the two terms of the numerator belongs a minus: f' g − f g' */
#include "exercise.h"

double quotient_slope(double x) {
    double f = x, df = 1, g = 1 + x * x, dg = 2 * x;
    return (df * g + f * dg) / pow(g, 2);
}
