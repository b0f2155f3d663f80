/* the slope of the root is taken at v'; it belongs at v */
#include "exercise.h"

void sqrt_dual(double v, double dv, double *value, double *slope) {
    *value = sqrt(v);
    *slope = dv / (2 * sqrt(dv));
}
