#include "exercise.h"

/* Only what is true is asked: NaN is never <= anything. */
int verdict(double analytic, double numeric, double bound) {
    double d = analytic > numeric ? analytic - numeric : numeric - analytic;
    int measured = numeric <= INFINITY && bound <= INFINITY;
    if (d <= bound && 100 * bound <= fabs(numeric))
        return 1;
    return measured && !(d <= 3 * bound) ? -1 : 0;
}
