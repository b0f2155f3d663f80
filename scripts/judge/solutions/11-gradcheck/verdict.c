#include "exercise.h"

int verdict(double analytic, double numeric, double bound) {
    double distance = fabs(analytic - numeric);
    if (isnan(numeric) || isnan(bound)) /* by name: a comparison would say no */
        return 0;
    if (isnan(analytic) || distance > 3 * bound)
        return -1;
    if (distance <= bound && bound <= fabs(numeric) / 100)
        return 1;
    return 0;
}
