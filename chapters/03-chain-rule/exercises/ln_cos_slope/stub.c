/* Exercise 3.3: five links
 *
 *     y = ln cos²(sin √x), that is, ln((cos(sin √x))²)
 *
 * Given x, above 0, return the slope of y at x.
 *
 * Worked: ln_cos_slope(0.8) = -0.692129
 */
#include "exercise.h"

double ln_cos_slope(double x) {
    return 0; /* your formula */
}
