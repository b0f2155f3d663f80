#include "exercise.h"

static double power_slope(double x, int n) {
    if (n == 0)
        return 0;
    return n * pow(x, n - 1);
}

double polynomial_slope(double x, double a, double b, double c) {
    return a * power_slope(x, 3) + b * power_slope(x, 1) + c * power_slope(x, 0);
}
