/* what is left after the last whole group goes into lane 7; each number keeps its own lane */
#include "exercise.h"

void eight_lanes(const double *x, int n, double *lane) {
    int i = 0;
    for (int k = 0; k < 8; k++)
        lane[k] = 0;
    for (; i + 8 <= n; i += 8)
        for (int k = 0; k < 8; k++)
            lane[k] += x[i + k];
    for (; i < n; i++)
        lane[7] += x[i];
}
