/* the inside is differentiated and the root stayed as it was: its slope, 1/(2√u), belongs there */
#include "exercise.h"

double distance_slope(double x) {
    return sqrt(1 + x * x) * 2 * x;
}
