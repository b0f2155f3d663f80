/* a / 2 * b divides by 2 and multiplies by b: the denominator needs brackets, a / (2
 * * b) */
#include "exercise.h"

double distance_slope(double x) {
    return 2 * x / 2 * sqrt(1 + x * x);
}
