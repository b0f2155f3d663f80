/* Exercise 11.1: a slope at the edge
 *
 *     D(h) = (f(x + h) − f(x)) / h,   D(2h) = (f(x + 2h) − f(x)) / (2h)
 *
 * The truncation of D(h) is C h, that of D(2h) is C 2h, and what is left of them
 * is of the size of h². Given f0 = f(x), f1 = f(x + h), f2 = f(x + 2h) and h, return
 * the slope at x without the part that grows with h. It is exact for each parabola.
 *
 * Of x² at x = 1, with the step 0.1, the values are 1, 1.21 and 1.44.
 *
 * Worked: edge_slope(1, 1.21, 1.44, 0.1) = 2
 */
#include "exercise.h"

double edge_slope(double f0, double f1, double f2, double h) {
    return (f1 - f0) / h; /* a forward difference: its truncation is C h */
}
