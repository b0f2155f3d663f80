#include "exercise.h"

double distance_slope(double x) {
    double outer = 1 / (2 * sqrt(x));
    double inner = 2 * x;
    return outer * inner;
}
