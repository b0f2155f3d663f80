/* sin and cos in the tan are taken at √x; they belong at what goes into the cosine, sin √x */
#include "exercise.h"

double ln_cos_slope(double x) {
    return -tan(sqrt(x)) * cos(sqrt(x)) / sqrt(x);
}
