/* the slope of the square is 2 times what is squared, 2 arctan(x³): the arctan is missing */
#include "exercise.h"

double arctan_squared_slope(double x) {
    double u = x * x * x;
    return 2 * 3 * x * x / (1 + u * u);
}
