#include "exercise.h"

double arctan_squared_slope(double x) {
    return 6 * x * x * atan(x * x * x) / (1 + pow(x, 5));
}
