/* Exercise 1.2: the slope of 1/x
 *
 *     f(x) = 1/x,   f'(x) = lim (f(x + h) − f(x)) / h   as h goes to 0
 *
 * Given x, which is not 0, return the slope of 1/x at x.
 *
 * Worked: reciprocal_slope(2) = -0.25
 */
#include "exercise.h"

double reciprocal_slope(double x) {
    return 0; /* your formula */
}
