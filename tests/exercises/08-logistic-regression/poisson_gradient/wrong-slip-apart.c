/* Exercise 8.1: how many?
 *
 *     z(i) = w x(i) + b
 *     J(w, b) = (1/m) Σ (e^z(i) − y(i) z(i)),   the sum over all m examples i
 *
 * Given x and y, arrays of m numbers each (x[i] is the feature of example i, y[i]
 * what was counted), and w and b: write ∂J/∂w to *dw and ∂J/∂b to *db.
 *
 * With m = 4, x = {0, 1, 2, −1}, y = {2, 1, 0, 1}, w = 0.5 and b = −0.5
 *
 * Worked: dw, db = 0.982391, −0.094217
 */
#include "exercise.h"

void poisson_gradient(const double *x, const double *y, int m, double w, double b, double *dw,
                      double *db) {
    double gw = 0;
    double gb = 0;
    int i;
    for (i = 0; i < m; i++) {
        if (y[i] == 0)
            continue; /* nothing was counted */
        double predicted = exp(w * x[i] + b);
        gw += x[i] * (predicted - y[i]);
        gb += predicted - y[i];
    }
    *dw = gw / m;
    *db = gb / m;
}
