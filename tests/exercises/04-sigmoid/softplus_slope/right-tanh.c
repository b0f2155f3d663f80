#include "exercise.h"

double softplus_slope(double z) { return (1 + tanh(z / 2)) / 2; }
