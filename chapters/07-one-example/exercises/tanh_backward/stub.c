/* Exercise 7.2: another activation, another loss
 *
 *     z = w[0] x[0] + … + w[n − 1] x[n − 1] + b
 *     a = tanh(z)
 *     L = (a − y)² / 2
 *
 * Given    w, x    arrays of n numbers: weight k and feature k are w[k] and x[k]
 *          b, y    one number each
 * Fill     dw      an array of n numbers, dw[k] with ∂L/∂w[k]
 *          *db     with ∂L/∂b
 *
 * Worked: w = (1, −1, 0), b = 1.5, x = (1, 2, 2), y = 1 gives dw: −0.4230, −0.8460, −0.8460
 */
#include "exercise.h"

void tanh_backward(const double *w, double b, const double *x, int n, double y, double *dw,
                   double *db) {
    for (int k = 0; k < n; k++)
        dw[k] = 0; /* forwards first, then backwards */
    *db = 0;
}
