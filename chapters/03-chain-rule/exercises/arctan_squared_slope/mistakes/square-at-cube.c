/* the slope of the square, 2v, is taken at x³; what goes into the square is arctan(x³) */
#include "exercise.h"

double arctan_squared_slope(double x) {
    double u = x * x * x;
    return 2 * u / (1 + u * u) * 3 * x * x;
}
