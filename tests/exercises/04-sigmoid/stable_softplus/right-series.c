#include "exercise.h"

/* Without log1p: a few terms of its series where e is small. */
static double ln_1_plus(double e) {
    if (e > 1e-4)
        return log(1 + e);
    return e - e * e / 2 + e * e * e / 3;
}

double stable_softplus(double z) {
    double more = 0;
    if (z > 0) {
        more = z;
        z = -z;
    }
    return more + ln_1_plus(exp(z));
}
