#include "exercise.h"

double stable_softplus(double z) { return (fmax(z, 0) + log1p(exp(-fabs(z)))) / log(2); }
