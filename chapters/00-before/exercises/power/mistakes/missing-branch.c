/* for n above and at 0 it is right; for a negative n it stays 1, as if nothing had been multiplied:
 * look at that case by itself */
#include "exercise.h"

double power(double x, int n) {
    double p = 1;
    for (int i = 0; i < n; i++) {
        p *= x;
    }
    return p;
}
