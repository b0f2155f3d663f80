/* σ(1 − σ) is the slope of the slope: one derivative too many */
#include "exercise.h"

double softplus_slope(double z) { return exp(-z) / ((1 + exp(-z)) * (1 + exp(-z))); }
