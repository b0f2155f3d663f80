/* Exercise 14.1: a sum in eight lanes
 *
 *     lane[k] = x[k] + x[k + 8] + x[k + 16] + …
 *
 * Given    x, n      an array of n numbers
 * Fill     lane      eight sums; one without numbers is 0
 *
 * Worked: x = 1, 2, 3, 4, 5, 6, 7, 8, 9, 10 gives lane: 10, 12, 3, 4, 5, 6, 7, 8
 */
#include "exercise.h"

void eight_lanes(const double *x, int n, double *lane) {
    for (int k = 0; k < 8; k++)
        lane[k] = 0;
    /* your lines: n numbers of x */
    lane[0] = x[n - 1];
}
