/* this is slope · x, not x: the last step, a division by the slope, is missing */
#include "exercise.h"

double tangent_zero(double x0, double f0, double slope) {
    return slope * x0 - f0;
}
