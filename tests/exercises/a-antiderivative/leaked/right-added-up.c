#include "exercise.h"

/* The area from 0 to x, in a thousand pieces with heights that are exact for cubes. */
double leaked(double x) {
    int n = 1000;
    double d = x / n, sum = 0;
    for (int i = 0; i < n; i++) {
        double a = exp(-i * d / 2), b = exp(-(i + 0.5) * d / 2), c = exp(-(i + 1) * d / 2);
        sum += (a + 4 * b + c) / 6 * d;
    }
    return sum;
}
