/* dp is made from the new p; it needs the p from before this turn, so compute dp first */
#include "exercise.h"

void polynomial_dual(const double *a, int n, double x, double *value, double *slope) {
    double p = a[n - 1], dp = 0;
    for (int k = n - 2; k >= 0; k--) {
        p = p * x + a[k];
        dp = dp * x + p;
    }
    *value = p;
    *slope = dp;
}
