/* below 0 this is e^z, which softplus comes close to far out; near 0 it is not there yet */
#include "exercise.h"

double stable_softplus(double z) {
    if (z < 0)
        return exp(z);
    return z + log1p(exp(-z));
}
