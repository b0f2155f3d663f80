/* Exercise 2.3: the slope of a quotient
 *
 *     f(x) = x / (1 + x²)
 *
 * Given x, return the slope of f at x.
 *
 * Worked: quotient_slope(2) = -0.12
 */
#include "exercise.h"

#define H 1e-5
#define AWAKE(t) ((t) / (1 + (t) * (t)))

double quotient_slope(double x) {
    return (AWAKE(x + H) - AWAKE(x - H)) / (2 * H);
}
