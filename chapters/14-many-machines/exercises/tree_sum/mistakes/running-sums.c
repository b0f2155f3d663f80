/* each number gets all before it: these are running sums, without a tree */
#include "exercise.h"

void tree_sum(const double *x, int n, double *t) {
    for (int i = 0; i < n; i++)
        t[i] = x[i];
    for (int i = 1; i < n; i++)
        t[i] += t[i - 1];
}
