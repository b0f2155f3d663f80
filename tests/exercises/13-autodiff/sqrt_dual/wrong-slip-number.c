/* Exercise 13.1: a new operation
 *
 * Given    v, dv     a dual number: the value v > 0, and its slope dv
 * Fill     *value    with √v
 *          *slope    with the slope of √v
 *
 * Worked: v = 9, dv = 6 gives value and slope: 3, 1
 */
#include "exercise.h"

static double root(double v) {
    double r = v;
    for (int step = 0; step < 8; step++)
        r = (r + v / r) / 2;
    return r;
}

void sqrt_dual(double v, double dv, double *value, double *slope) {
    double r = root(v);
    *value = r;
    *slope = dv / (2 * r);
}
