#include "exercise.h"

double arctan_squared_slope(double x) {
    double u = x * x * x;
    return 6 * x * x * arctan(u) / (1 + u * u);
}
