/* the product loses what comes after the point: what holds it must be a double, not an int */
#include "exercise.h"

double power(double x, int n) {
    int p = 1;
    if (n < 0) {
        for (int i = 0; i < -n; i++)
            p = p * x;
        return 1.0 / p;
    }
    for (int i = 0; i < n; i++)
        p = p * x;
    return p;
}
