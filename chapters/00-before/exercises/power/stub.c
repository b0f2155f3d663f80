/* Exercise 0.3: a power, by multiplying
 *
 *     x^n = x · x · … · x, n factors;   x^0 = 1;   x^(−n) = 1 / x^n
 *
 * Given x, which is not 0, and a whole number n, which may be 0 or negative: return
 * x to the power n. Build it up by multiplying, without pow.
 *
 * Worked: power(2, -3) = 0.125
 */
#include "exercise.h"

double power(double x, int n) {
    return 0; /* your lines */
}
