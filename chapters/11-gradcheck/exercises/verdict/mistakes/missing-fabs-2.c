/* a slope may be negative: a hundredth of numeric's size needs fabs(numeric) */
#include "exercise.h"

int verdict(double analytic, double numeric, double bound) {
    double d = fabs(analytic - numeric);
    if (isnan(numeric) || isnan(bound))
        return 0;
    if (isnan(analytic) || d > 3 * bound)
        return -1;
    if (d <= bound && bound <= numeric / 100)
        return 1;
    return 0;
}
