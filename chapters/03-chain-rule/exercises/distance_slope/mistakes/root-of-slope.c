/* this is the root of the slope of the inside: the outer slope, 1/(2√u), is to be multiplied
 * by it */
#include "exercise.h"

double distance_slope(double x) {
    return sqrt(2 * x);
}
