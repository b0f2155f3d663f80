/* analytic − numeric may be negative, and then it is below every bound: the distance is its
 * size, fabs */
#include "exercise.h"

int verdict(double analytic, double numeric, double bound) {
    if (isnan(numeric) || isnan(bound))
        return 0;
    if (isnan(analytic) || analytic - numeric > 3 * bound)
        return -1;
    if (analytic - numeric <= bound && bound <= fabs(numeric) / 100)
        return 1;
    return 0;
}
