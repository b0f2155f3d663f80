/* the slope of the root is taken at x; it belongs at what goes into the root, 1 + x² */
#include "exercise.h"

double distance_slope(double x) {
    double outer = 1 / (2 * sqrt(x));
    double inner = 2 * x;
    return outer * inner;
}
