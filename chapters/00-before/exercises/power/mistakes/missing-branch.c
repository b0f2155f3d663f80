/* for n above and at 0 it is right; for a negative n the loop makes no rounds at all, so that case
 * needs an if of its own */
#include "exercise.h"

double power(double x, int n) {
    double p = 1;
    for (int i = 0; i < n; i++) {
        p *= x;
    }
    return p;
}
