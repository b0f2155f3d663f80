/* a fixed factor stays in front of a slope: a and b are missing */
#include "exercise.h"

double polynomial_slope(double x, double a, double b, double c) {
    return 3 * x * x + 1;
}
