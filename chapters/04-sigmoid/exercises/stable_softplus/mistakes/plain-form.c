/* this is the formula as it stands: for large z its e^z is more than a double holds, and for far
 * negative z the 1 swallows the digits of e^z */
#include "exercise.h"

double stable_softplus(double z) { return log(1 + exp(z)); }
