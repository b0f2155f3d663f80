/* the bound is held against a hundredth of analytic; of the two, numeric is the one that was
 * measured */
#include "exercise.h"

int verdict(double analytic, double numeric, double bound) {
    if (isnan(numeric) || isnan(bound))
        return 0;
    double distance = fabs(analytic - numeric);
    if (isnan(analytic) || distance > 3 * bound)
        return -1;
    if (distance <= bound && bound <= fabs(analytic) / 100)
        return 1;
    return 0;
}
