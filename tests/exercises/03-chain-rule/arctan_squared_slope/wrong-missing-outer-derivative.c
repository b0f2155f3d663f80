#include "exercise.h"

double arctan_squared_slope(double x) {
    double inner = 3 * x * x;
    double outer = 1 / (1 + pow(x, 6));
    return outer * inner;
}
