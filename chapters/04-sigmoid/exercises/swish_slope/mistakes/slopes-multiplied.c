/* the slope of a product is not the product of the slopes */
#include "exercise.h"

double swish_slope(double z) { return 1 * exp(-z) / pow(1 + exp(-z), 2); }
