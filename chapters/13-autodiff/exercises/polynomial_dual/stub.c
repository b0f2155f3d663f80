/* Exercise 13.2: a loop, differentiated
 *
 *     p(x) = a[0] + a[1] x + a[2] x² + … + a[n − 1] x^(n − 1)
 *
 * Given    a         an array of n coefficients
 *          x         one number
 * Fill     *value    with p(x)
 *          *slope    with p'(x)
 *
 * Worked: a = (1, −2, 3), x = 0.5 gives value and slope: 0.75, 1
 */
#include "exercise.h"

void polynomial_dual(const double *a, int n, double x, double *value, double *slope) {
    double p = a[n - 1], dp = 0;
    for (int k = n - 2; k >= 0; k--)
        p = p * x + a[k]; /* and dp? */
    *value = p;
    *slope = dp;
}
