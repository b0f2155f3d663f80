#include "exercise.h"

double polynomial_slope(double x, double a, double b, double c) {
    return 3 * a * pow(x, 3) + b;
}
