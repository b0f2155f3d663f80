/* a negative n does not turn the sign of x; it turns the fraction over: x^(−n) is 1/x^n */
#include "exercise.h"

double power(double x, int n) {
    double p = 1, base = n < 0 ? -x : x;
    for (int i = 0; i < n || i < -n; i++)
        p = p * base;
    return p;
}
