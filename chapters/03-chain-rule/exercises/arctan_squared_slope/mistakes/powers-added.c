/* (x³)² is x⁶: powers of powers multiply, 3 · 2, and do not add up */
#include "exercise.h"

double arctan_squared_slope(double x) {
    return 6 * x * x * atan(x * x * x) / (1 + pow(x, 5));
}
