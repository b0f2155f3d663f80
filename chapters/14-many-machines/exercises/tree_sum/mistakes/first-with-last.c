/* the first is added to the last, the second to the last but one; the tree adds neighbours */
#include "exercise.h"

void tree_sum(const double *x, int n, double *t) {
    for (int i = 0; i < n; i++)
        t[i] = x[i];
    for (int left = n; left > 1; left = (left + 1) / 2)
        for (int i = 0; i < left / 2; i++)
            t[i] += t[left - 1 - i];
}
