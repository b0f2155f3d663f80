/* a fail is farther than 3 bounds: where all three are 0, it is not */
#include "exercise.h"

int verdict(double analytic, double numeric, double bound) {
    if (isnan(numeric) || isnan(bound))
        return 0;
    double distance = fabs(analytic - numeric);
    if (isnan(analytic) || distance >= 3 * bound)
        return -1;
    if (distance <= bound && bound <= fabs(numeric) / 100)
        return 1;
    return 0;
}
