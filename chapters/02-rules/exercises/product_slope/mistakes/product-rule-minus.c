/* one of the two strips counts with a minus here: both are added */
#include "exercise.h"

double product_slope(double x) {
    double f = x * x, df = 2 * x;
    double g = pow(2, x), dg = g * log(2);
    return df * g - f * dg;
}
