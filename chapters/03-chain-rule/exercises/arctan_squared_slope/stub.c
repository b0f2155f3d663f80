/* Exercise 3.2: a square around an arctan around a cube
 *
 *     y = arctan²(x³), that is, (arctan(x³))²
 *
 * Given x, return the slope of y at x.
 *
 * Worked: arctan_squared_slope(1) = 2.356194
 */
#include "exercise.h"

double arctan_squared_slope(double x) {
    return 0; /* your formula */
}
