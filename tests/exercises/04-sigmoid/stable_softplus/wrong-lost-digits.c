#include "exercise.h"

double stable_softplus(double z) { return z > 0 ? z + log(1 + exp(-z)) : log(1 + exp(z)); }
