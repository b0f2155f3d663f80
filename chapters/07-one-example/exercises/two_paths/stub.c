/* Exercise 7.1: two paths from b
 *
 *     u = a + b,   v = b c,   J = u v
 *
 * Given    a, b, c          three numbers
 * Fill     *da, *db, *dc    with the derivatives of J with respect to them
 *
 * Worked: a = 3, b = 2, c = 4 gives da, db, dc: 8, 28, 10
 */
#include "exercise.h"

void two_paths(double a, double b, double c, double *da, double *db, double *dc) {
    *da = 0; /* forwards first, then backwards */
    *db = 0;
    *dc = 0;
}
