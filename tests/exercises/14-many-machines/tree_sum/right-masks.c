#include "exercise.h"

void tree_sum(const double *x, int n, double *t) {
    for (int i = 0; i < n; i++)
        t[i] = x[i];
    for (int s = 1; s < n; s += s)
        for (int i = s; i < n; i++)
            if (i % (2 * s) == s)
                t[i - s] += t[i];
}
