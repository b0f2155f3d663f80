/* Exercise 4.1: the slope of softplus
 *
 *     softplus(z) = ln(1 + e^z)
 *
 * Given z, return the slope of softplus at z.
 *
 * Worked: softplus_slope(0) = 0.5
 */
#include "exercise.h"

double softplus_slope(double z) {
    return 0; /* your formula */
}
