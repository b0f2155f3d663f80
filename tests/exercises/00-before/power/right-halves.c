#include "exercise.h"

/* A power is the square of its half, and that halves the work each time. */
double power(double x, int n) {
    if (n < 0)
        return power(1 / x, -n);
    if (n == 0)
        return 1;
    double half = power(x, n / 2);
    if (n % 2 == 1)
        return half * half * x;
    return half * half;
}
