#include "exercise.h"

double arctan_squared_slope(double x) {
    double u = x * x * x, v = atan(u); /* what goes into arctan, and into the square */
    double square = 2 * v, arctan = 1 / (1 + u * u), cube = 3 * x * x;
    return square * arctan * cube;
}
