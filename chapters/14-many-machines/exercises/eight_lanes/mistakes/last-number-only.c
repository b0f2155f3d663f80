/* each lane holds the last of its numbers: they add up, with += */
#include "exercise.h"

void eight_lanes(const double *x, int n, double *lane) {
    for (int k = 0; k < 8; k++)
        lane[k] = 0;
    for (int i = 0; i < n; i++)
        lane[i % 8] = x[i];
}
