#include "exercise.h"

double product_slope(double x) {
    double g = pow(2, x);
    return 2 * x * g + x * x * g;
}
