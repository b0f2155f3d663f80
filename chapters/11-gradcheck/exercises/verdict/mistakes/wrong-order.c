/* where numeric is NaN nothing was measured: ask that first, before analytic, and ask isnan, since
 * == is false for NaN */
#include "exercise.h"

int verdict(double analytic, double numeric, double bound) {
    if (numeric == NAN || bound == NAN)
        return 0;
    double distance = fabs(analytic - numeric);
    if (isnan(analytic) || distance > 3 * bound)
        return -1;
    if (distance <= bound && bound <= fabs(numeric) / 100)
        return 1;
    return 0;
}
