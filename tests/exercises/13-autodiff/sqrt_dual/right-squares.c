#include "exercise.h"

/* r² = v, so 2 r r' = v'. */
void sqrt_dual(double v, double dv, double *value, double *slope) {
    *value = exp(log(v) / 2);
    *slope = dv / *value / 2;
}
