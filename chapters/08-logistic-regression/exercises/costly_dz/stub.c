/* Exercise 8.2: a missed one costs more
 *
 *     a = σ(z) = 1 / (1 + e^(−z))
 *     L = −(κ y ln a + (1 − y) ln(1 − a))      the loss of one example
 *
 * Given z and y, arrays of m numbers each (z[i] and y[i] belong to example i), and
 * kappa, which is κ: fill dz, an array of m numbers. dz[i] is the slope of example
 * i's own loss by z[i].
 *
 * With z = {0, 0, 1, −2}, y = {1, 0, 1, 0}, m = 4 and kappa = 3
 *
 * Worked: dz = −1.5, 0.5, −0.806824, 0.119203
 */
#include "exercise.h"

void costly_dz(const double *z, const double *y, int m, double kappa, double *dz) {
    for (int i = 0; i < m; i++)
        dz[i] = 0; /* your formula */
}
