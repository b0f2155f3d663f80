#include "exercise.h"

double softplus_slope(double z) { return 0 + pow(exp(1), z); }
