/* Exercise 1.3: where the tangent reaches 0
 *
 *     f_l(x) = f0 + slope (x − x0)
 *
 * Given a place x0, the height f0 of a curve at x0, and its slope there, which is not
 * 0: return the x at which the tangent has the height 0.
 *
 * Worked: tangent_zero(2, 2, 4) = 1.5
 */
#include "exercise.h"

double tangent_zero(double x0, double f0, double slope) {
    return 0; /* your formula */
}
