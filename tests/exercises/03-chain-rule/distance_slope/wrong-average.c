/* Exercise 3.1: past the lighthouse
 *
 *     y = √(1 + x²)
 *
 * Given x, above 0, return the slope of y at x.
 *
 * Worked: distance_slope(0.75) = 0.6
 */
#include "exercise.h"

double distance_slope(double x) {
    double start = 1;
    double here = sqrt(1 + x * x);
    return (here - start) / x;
}
