/* Exercise 7.1: two paths from b
 *
 *     u = a + b,   v = b c,   J = u v
 *
 * Given    a, b, c          three numbers
 * Fill     *da, *db, *dc    with the derivatives of J by a, by b and by c
 *
 * Worked: a = 3, b = 2, c = 4 gives da, db, dc: 8, 28, 10
 */
#include "exercise.h"

void two_paths(double a, double b, double c, double *da, double *db, double *dc) {
    double u = a + b;
    double J = u * b * c;
    /* a product without one factor is the product divided by that factor */
    *da = J / u;
    *db = J / u + J / b;
    *dc = J / c;
}
