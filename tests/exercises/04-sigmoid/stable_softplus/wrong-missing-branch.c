#include "exercise.h"

double stable_softplus(double z) { return log1p(exp(z > 0 ? -z : z)); }
