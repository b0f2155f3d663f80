/* the inner factors are right, but the square stayed a square: its slope is 2 arctan(x³) */
#include "exercise.h"

double arctan_squared_slope(double x) {
    double v = atan(x * x * x);
    return v * v * 3 * x * x / (1 + pow(x, 6));
}
