/* Exercise 14.2: a sum by a tree
 *
 *     t[i] += t[i + s]   for i = 0, 2s, 4s, …,   with s = 1, 2, 4, …
 *
 * Given    x, n      an array of n numbers
 * Fill     t         first with x; then add in it until t[0] is the sum
 *
 * Worked: x = 1, 2, 3, 4, 5 gives t: 15, 2, 7, 4, 5
 */
#include "exercise.h"

void tree_sum(const double *x, int n, double *t) {
    for (int i = 0; i < n; i++)
        t[i] = x[i];
    for (int i = 1; i < n; i++)
        t[0] += t[i]; /* a sum in order: where are the brackets? */
}
