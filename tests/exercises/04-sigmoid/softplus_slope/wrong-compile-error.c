#include "exercise.h"

double softplus_slope(double z) { return e^z / (1 + e^z) }
