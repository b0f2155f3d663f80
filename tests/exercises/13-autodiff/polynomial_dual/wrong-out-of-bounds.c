#include "exercise.h"

void polynomial_dual(const double *a, int n, double x, double *value, double *slope) {
    double dp = a[n - 1];
    double p = a[n - 1] * x + a[n - 2];
    for (int k = n - 3; k >= 0; k--) {
        dp = dp * x + p;
        p = p * x + a[k];
    }
    *value = p;
    *slope = dp;
}
