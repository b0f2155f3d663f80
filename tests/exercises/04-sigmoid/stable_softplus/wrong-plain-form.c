#include "exercise.h"

double stable_softplus(double z) { return log(1 + exp(z)); }
