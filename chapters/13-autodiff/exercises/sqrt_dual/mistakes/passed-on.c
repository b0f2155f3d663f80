/* the slope that came in is handed on as it was: it is to be multiplied by the slope of the root */
#include "exercise.h"

void sqrt_dual(double v, double dv, double *value, double *slope) {
    *value = sqrt(v);
    *slope = dv;
}
