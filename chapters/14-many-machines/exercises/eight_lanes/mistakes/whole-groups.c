/* the last group may be short: what is left behind the last eight counts too */
#include "exercise.h"

void eight_lanes(const double *x, int n, double *lane) {
    for (int k = 0; k < 8; k++)
        lane[k] = 0;
    for (int i = 0; i + 8 <= n; i += 8)
        for (int k = 0; k < 8; k++)
            lane[k] += x[i + k];
}
