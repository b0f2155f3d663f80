/* the slope of cos² is not that of cos, squared: the square is a link of its own and brings 2
 * cos(sin √x) */
#include "exercise.h"

double ln_cos_slope(double x) {
    double s = sin(sqrt(x));
    double above = -sin(s) * sin(s) * cos(sqrt(x)) / (2 * sqrt(x));
    double below = cos(s) * cos(s);
    return above / below;
}
