/* this is the root of the slope of the inside: multiply the outer slope, 1/(2√u), by the slope of
 * the inside instead */
#include "exercise.h"

double distance_slope(double x) {
    return sqrt(2 * x);
}
