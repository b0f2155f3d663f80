/* each number is one lane further than it should be: x[0] goes into lane 0 */
#include "exercise.h"

void eight_lanes(const double *x, int n, double *lane) {
    for (int k = 0; k < 8; k++)
        lane[k] = 0;
    for (int i = 0; i < n; i++)
        lane[(i + 1) % 8] += x[i];
}
