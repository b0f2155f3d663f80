#include "exercise.h"

static double rule(double f, double df, double g, double dg) {
    return (df * g - f * dg) / pow(g, 2);
}

double quotient_slope(double x) {
    return rule(x, 1, 1 + pow(x, 2), 2 * x);
}
