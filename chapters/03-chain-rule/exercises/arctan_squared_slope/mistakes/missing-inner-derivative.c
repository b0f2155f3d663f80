/* two of the three factors are there; the slope of the innermost, 3x², is missing */
#include "exercise.h"

double arctan_squared_slope(double x) {
    double u = pow(x, 3);
    return 2 * atan(u) / (1 + u * u);
}
