/* this walks the other way: f0 + slope · (x − x0) = 0 makes x − x0 equal to −f0/slope, with a
 * minus */
#include "exercise.h"

double tangent_zero(double x0, double f0, double slope) {
    double width = f0 / slope;
    return x0 + width;
}
