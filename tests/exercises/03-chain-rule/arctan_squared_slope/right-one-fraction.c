#include "exercise.h"

double arctan_squared_slope(double x) {
    return 6 * pow(x, 2) * atan(pow(x, 3)) / (1 + pow(x, 6));
}
