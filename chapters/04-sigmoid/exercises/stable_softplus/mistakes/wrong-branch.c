/* add z where z is above 0, not −z where it is below */
#include "exercise.h"

double stable_softplus(double z) { return (z > 0 ? 0 : -z) + log1p(exp(-fabs(z))); }
