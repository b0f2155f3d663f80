/* these are eight runs of neighbours; a lane has every eighth number, x[k], x[k + 8], … */
#include "exercise.h"

void eight_lanes(const double *x, int n, double *lane) {
    for (int k = 0; k < 8; k++)
        lane[k] = 0;
    for (int i = 0; i < n; i++)
        lane[8 * i / n] += x[i];
}
