/* in the slope of a[k] x^k the exponent is lowered by one: k a[k] x^(k − 1) */
#include "exercise.h"

void polynomial_dual(const double *a, int n, double x, double *value, double *slope) {
    double p = 0, dp = 0, power = 1;
    for (int k = 0; k < n; k++) {
        p += a[k] * power;
        dp += k * a[k] * power;
        power *= x;
    }
    *value = p;
    *slope = dp;
}
