/* 1/cos² is the slope of tan; that of arctan is 1/(1 + u²) */
#include "exercise.h"

double arctan_squared_slope(double x) {
    double u = x * x * x;
    return 2 * atan(u) / (cos(u) * cos(u)) * 3 * x * x;
}
