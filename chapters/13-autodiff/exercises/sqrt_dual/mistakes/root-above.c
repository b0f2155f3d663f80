/* the root multiplies, where it divides in 1/(2√v). (C reads a / 2 * b as a / 2, times b) */
#include "exercise.h"

void sqrt_dual(double v, double dv, double *value, double *slope) {
    double r = sqrt(v);
    *value = r;
    *slope = dv / 2 * r;
}
