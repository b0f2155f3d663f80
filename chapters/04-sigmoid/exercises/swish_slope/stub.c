/* Exercise 4.2: the slope of swish
 *
 *     swish(z) = z σ(z),   σ(z) = 1 / (1 + e^(−z))
 *
 * Given z, return the slope of swish at z.
 *
 * Worked: swish_slope(0) = 0.5
 */
#include "exercise.h"

double swish_slope(double z) {
    return 0; /* your formula */
}
