/* the sum of the squares begins with the sum of f: it needs a variable of its own, which begins
 * with 0 */
#include "exercise.h"

void standardise(const double *f, int m, double *x) {
    double sum = 0;
    for (int i = 0; i < m; i++)
        sum += f[i];
    double mean = sum / m;
    for (int i = 0; i < m; i++)
        sum += (f[i] - mean) * (f[i] - mean);
    for (int i = 0; i < m; i++)
        x[i] = (f[i] - mean) / sqrt(sum / m);
}
