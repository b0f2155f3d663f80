/* the size is right and the sign is not: the slope of cos is −sin */
#include "exercise.h"

double ln_cos_slope(double x) {
    return tan(sin(sqrt(x))) * cos(sqrt(x)) / sqrt(x);
}
