/* a negative n makes the right number of rounds, but 1 divided by the product is missing */
#include "exercise.h"

double power(double x, int n) {
    double p = 1;
    if (n < 0)
        n = -n;
    for (int i = 0; i < n; i++)
        p *= x;
    return p;
}
