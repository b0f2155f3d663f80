#include "exercise.h"

double ln_cos_slope(double x) {
    double s = sin(sqrt(x));
    double above = -sin(s) * sin(s) * cos(sqrt(x)) / (2 * sqrt(x));
    double below = cos(s) * cos(s);
    return above / below;
}
