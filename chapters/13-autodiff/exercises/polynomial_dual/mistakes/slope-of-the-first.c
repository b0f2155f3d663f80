/* the slope begins with 1; what the loop begins with is a constant, and its slope is 0 */
#include "exercise.h"

void polynomial_dual(const double *a, int n, double x, double *value, double *slope) {
    double p = a[n - 1], dp = 1;
    for (int k = n - 2; k >= 0; k--) {
        dp = dp * x + p;
        p = p * x + a[k];
    }
    *value = p;
    *slope = dp;
}
