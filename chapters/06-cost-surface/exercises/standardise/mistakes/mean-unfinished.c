/* the distances are taken while the mean is still being added up: they need a second loop, after
 * the first */
#include "exercise.h"

void standardise(const double *f, int m, double *x) {
    double sum = 0, squares = 0;
    for (int i = 0; i < m; i++) {
        sum += f[i];
        squares += (f[i] - sum / m) * (f[i] - sum / m);
    }
    for (int i = 0; i < m; i++)
        x[i] = (f[i] - sum / m) / sqrt(squares / m);
}
