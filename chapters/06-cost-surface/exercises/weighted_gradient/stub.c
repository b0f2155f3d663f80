/* Exercise 6.3: when one mistake is dearer than the other
 *
 *     a = σ(w x + b),   σ(z) = 1 / (1 + e^(−z))
 *     J(w, b) = −(1/m) Σ ( c y ln a + (1 − y) ln(1 − a) )
 *
 * Given    x, y     arrays of m numbers: example i is x[i], y[i], and y[i] is 0 or 1
 *          w, b     the parameters
 *          c        how much dearer a miss is, above 0
 * Fill     *dw      with ∂J/∂w
 *          *db      with ∂J/∂b
 *
 * Worked: x = (−1, 0, 1, 2, −2), y = (1, 0, 0, 0, 1), w = b = 0, c = 3 gives dw, db: 1.2, −0.3
 */
#include "exercise.h"

void weighted_gradient(const double *x, const double *y, int m, double w, double b, double c,
                       double *dw, double *db) {
    *dw = 0; /* the two slopes */
    *db = 0;
}
