/* the sums are moved together at the front; in the tree each stays at its place, and the stride
 * grows */
#include "exercise.h"

void tree_sum(const double *x, int n, double *t) {
    for (int i = 0; i < n; i++)
        t[i] = x[i];
    for (int left = n; left > 1; left = (left + 1) / 2) {
        for (int i = 0; i < left / 2; i++)
            t[i] = t[2 * i] + t[2 * i + 1];
        if (left % 2 == 1)
            t[left / 2] = t[left - 1];
    }
}
