#include "exercise.h"

double polynomial_slope(double x, double a, double b, double c) {
    double cube = a * 3 * pow(x, 2);
    double line = b * x;
    return cube + line;
}
