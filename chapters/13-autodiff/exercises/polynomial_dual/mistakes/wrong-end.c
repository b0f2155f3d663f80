/* the loop begins with a[0] and goes up; the scheme begins with a[n − 1] and goes down */
#include "exercise.h"

void polynomial_dual(const double *a, int n, double x, double *value, double *slope) {
    double p = a[0], dp = 0;
    for (int k = 1; k < n; k++) {
        dp = dp * x + p;
        p = p * x + a[k];
    }
    *value = p;
    *slope = dp;
}
