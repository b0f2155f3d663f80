#include "exercise.h"

/* Without a mean: each f is compared with all the others. */
void standardise(const double *f, int m, double *x) {
    double squares = 0;
    for (int i = 0; i < m; i++) {
        x[i] = 0;
        for (int j = 0; j < m; j++) {
            x[i] += (f[i] - f[j]) / m;
            squares += (f[i] - f[j]) * (f[i] - f[j]) / 2;
        }
    }
    for (int i = 0; i < m; i++)
        x[i] = x[i] / (sqrt(squares) / m);
}
