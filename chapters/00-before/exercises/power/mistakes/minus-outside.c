/* a minus in the exponent does not make the power negative: it means 1 divided by it */
#include "exercise.h"

double power(double x, int n) {
    double p = 1;
    if (n < 0) {
        for (int i = 0; i < -n; i++)
            p *= x;
        return -p;
    }
    for (int i = 0; i < n; i++)
        p *= x;
    return p;
}
