/* this is half of it: the slope of v² is 2v, and the 2 is missing */
#include "exercise.h"

double arctan_squared_slope(double x) {
    double u = x * x * x;
    return atan(u) * 3 * x * x / (1 + u * u);
}
