/* e^z is the slope of the inside alone: the slope of ln u, 1/u, is missing */
#include "exercise.h"

double softplus_slope(double z) { return 0 + pow(exp(1), z); }
