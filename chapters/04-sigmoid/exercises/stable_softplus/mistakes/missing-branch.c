/* ln(1 + e^(−|z|)) is only a part of it: for z above 0, add z itself */
#include "exercise.h"

double stable_softplus(double z) { return log1p(exp(z > 0 ? -z : z)); }
