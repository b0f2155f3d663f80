#include "exercise.h"

static void sum_of(double *x, int n, int size) {
    if (size == 1)
        return;
    int half = size / 2;
    sum_of(x, n < half ? n : half, half);
    if (n > half) {
        sum_of(x + half, n - half, half);
        x[0] += x[half];
    }
}

void tree_sum(const double *x, int n, double *t) {
    for (int i = 0; i < n; i++)
        t[i] = x[i];
    int size = 1;
    while (size < n)
        size *= 2;
    sum_of(t, n, size);
}
