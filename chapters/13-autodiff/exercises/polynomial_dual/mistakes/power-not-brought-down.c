/* the exponent k does not come down as a factor: the slope of x^k is k x^(k − 1) */
#include "exercise.h"

void polynomial_dual(const double *a, int n, double x, double *value, double *slope) {
    double p = 0, dp = 0;
    for (int k = 0; k < n; k++) {
        p += a[k] * pow(x, k);
        dp += a[k] * pow(x, k - 1);
    }
    *value = p;
    *slope = dp;
}
