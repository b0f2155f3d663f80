/* the loop ends one turn too early: a[0] is still to be added */
#include "exercise.h"

void polynomial_dual(const double *a, int n, double x, double *value, double *slope) {
    double p = a[n - 1], dp = 0;
    for (int k = n - 2; k > 0; k--) {
        dp = dp * x + p;
        p = p * x + a[k];
    }
    *value = p;
    *slope = dp;
}
