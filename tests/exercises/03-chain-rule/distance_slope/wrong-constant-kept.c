#include "exercise.h"

double distance_slope(double x) {
    double u = 1 + x * x, du = 1 + 2 * x;
    return du / (2 * sqrt(u));
}
