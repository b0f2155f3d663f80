/* each distance is taken from the mean of the readings so far; it needs that of all, and so a loop
 * of its own */
#include "exercise.h"

void standardise(const double *f, int m, double *x) {
    double sum = 0, squares = 0;
    for (int i = 0; i < m; i++) {
        sum += f[i];
        double mean = sum / (i + 1);
        squares += (f[i] - mean) * (f[i] - mean);
    }
    for (int i = 0; i < m; i++)
        x[i] = (f[i] - sum / m) / sqrt(squares / m);
}
