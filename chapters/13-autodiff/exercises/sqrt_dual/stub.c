/* Exercise 13.1: a new operation
 *
 * Given    v, dv     a dual number: the value v > 0, and its slope dv
 * Fill     *value    with √v
 *          *slope    with the slope of √v
 *
 * Worked: v = 9, dv = 6 gives value and slope: 3, 1
 */
#include "exercise.h"

void sqrt_dual(double v, double dv, double *value, double *slope) {
    *value = v;
    *slope = dv; /* your lines */
}
