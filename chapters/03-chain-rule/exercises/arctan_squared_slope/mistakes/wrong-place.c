/* the slope of arctan is taken at x; it belongs at what goes into the arctan, x³: 1/(1 + x⁶) */
#include "exercise.h"

double arctan_squared_slope(double x) {
    double outer = 2 * atan(pow(x, 3));
    double middle = 1 / (1 + x * x);
    double inner = 3 * x * x;
    return outer * middle * inner;
}
