/* these are the brackets of a tree that begins with distant partners; begin with neighbours */
#include "exercise.h"

void tree_sum(const double *x, int n, double *t) {
    for (int i = 0; i < n; i++)
        t[i] = x[i];
    int s = 1;
    while (2 * s < n)
        s *= 2;
    for (; s >= 1 && n > 1; s /= 2)
        for (int i = 0; i < s && i + s < n; i++)
            t[i] += t[i + s];
}
