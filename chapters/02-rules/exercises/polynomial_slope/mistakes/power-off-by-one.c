/* the exponent was not lowered by one: the slope of x³ is 3x², not 3x³ */
#include "exercise.h"

double polynomial_slope(double x, double a, double b, double c) {
    return 3 * a * pow(x, 3) + b;
}
