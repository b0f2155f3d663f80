#include "exercise.h"

void polynomial_dual(const double *a, int n, double x, double *value, double *slope) {
    double power = 1, before = 0;
    *value = *slope = 0;
    for (int k = 0; k < n; k++) {
        *value += a[k] * power;
        *slope += k * a[k] * before;
        before = power;
        power *= x;
    }
}
