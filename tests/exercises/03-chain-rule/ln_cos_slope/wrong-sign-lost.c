#include "exercise.h"

double ln_cos_slope(double x) {
    return tan(sin(sqrt(x))) * cos(sqrt(x)) / sqrt(x);
}
