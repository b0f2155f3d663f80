/* Exercise 4.3: a softplus that survives
 *
 *     softplus(z) = ln(1 + e^z)
 *
 * Given any z from −700 to 2000, return softplus(z) with at least nine digits right.
 *
 * Worked: stable_softplus(0) = 0.693147
 */
#include "exercise.h"

double stable_softplus(double z) {
    return log(1 + exp(z)); /* right on paper only */
}
