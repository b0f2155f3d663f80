/* a function divided by x is not its slope: each summand has a slope of its own */
#include "exercise.h"

double polynomial_slope(double x, double a, double b, double c) {
    return (a * x * x * x + b * x + c) / x;
}
