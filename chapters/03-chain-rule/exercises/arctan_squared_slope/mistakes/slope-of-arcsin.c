/* 1/√(1 − u²) is the slope of another function; that of arctan is 1/(1 + u²) */
#include "exercise.h"

double arctan_squared_slope(double x) {
    double u = x * x * x;
    return 2 * atan(u) / sqrt(1 - u * u) * 3 * x * x;
}
