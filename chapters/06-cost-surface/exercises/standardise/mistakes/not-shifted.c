/* it is stretched but not shifted: subtract the mean before you divide */
#include "exercise.h"

void standardise(const double *f, int m, double *x) {
    double u = 0, s = 0;
    for (int i = 0; i < m; i++)
        u += f[i] / m;
    for (int i = 0; i < m; i++)
        s += (f[i] - u) * (f[i] - u);
    s = sqrt(s / m);
    for (int i = 0; i < m; i++)
        x[i] = f[i] / s;
}
