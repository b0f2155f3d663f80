/* the root of a sum is not the sum of the roots: √(1 + x²) is not 1 + x */
#include "exercise.h"

double distance_slope(double x) {
    return x / (1 + x);
}
