#include "exercise.h"

double polynomial_slope(double x, double a, double b, double c) {
    return 6 * a * x;
}
