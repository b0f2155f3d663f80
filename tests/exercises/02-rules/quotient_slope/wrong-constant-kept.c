#include "exercise.h"

double quotient_slope(double x) {
    double g = 1 + x * x;
    double dg = 1 + 2 * x;
    return (g - x * dg) / (g * g);
}
