/* with a negative x the power is negative for odd n alone: minus times minus is plus */
#include "exercise.h"

double power(double x, int n) {
    double p = 1, size = fabs(x);
    for (int i = 0; i < n || i < -n; i++)
        p = p * size;
    p = n < 0 ? 1 / p : p;
    return x < 0 ? -p : p;
}
