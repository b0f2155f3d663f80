/* Exercise 8.3: a bottom for the bowl
 *
 *     J(w, b) = (1/m) Σ loss(i) + (λ / 2m) (w1² + w2² + … + wn²)
 *
 * The first sum is over the m examples; loss(i) is the one of this chapter, with
 * a = σ(z) and z = w1 x1 + … + wn xn + b. b is not in the second sum.
 *
 * Given: X, a table of n rows (features) and m columns (examples), which lies in
 * memory row after row, so that feature k of example i is X[k * m + i]; y, the m
 * labels; w, the n weights; b; and lambda, which is λ. Fill dw, an array of n
 * numbers, with ∂J/∂w, and write ∂J/∂b to *db.
 *
 * With n = 3, m = 4, w = {1, −1, 2}, b = −1, lambda = 2, y = {1, 0, 0, 1} and
 *     X = {1, 0, 2, −1,
 *          0, 1, −1, 1,
 *          1, 1, 0, 2}
 *
 * Worked: dw and db = 0.977833, −0.662435, 0.960729, 0.248163
 */
#include "exercise.h"

void ridge_gradient(const double *X, const double *y, int n, int m, const double *w, double b,
                    double lambda, double *dw, double *db) {
    for (int k = 0; k < n; k++)
        dw[k] = 0; /* your lines */
    *db = 0;
}
