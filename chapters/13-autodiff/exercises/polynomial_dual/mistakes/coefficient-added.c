/* each turn adds the coefficient to the slope; what is added is the value before the turn */
#include "exercise.h"

void polynomial_dual(const double *a, int n, double x, double *value, double *slope) {
    double p = a[n - 1], dp = 0;
    for (int k = n - 2; k >= 0; k--) {
        dp = dp * x + a[k];
        p = p * x + a[k];
    }
    *value = p;
    *slope = dp;
}
