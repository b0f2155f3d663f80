/* a measurement that is NaN proves nothing: where numeric or bound is NaN, it is undecided,
 * not a fail */
#include "exercise.h"

int verdict(double analytic, double numeric, double bound) {
    double d = fabs(analytic - numeric);
    if (isnan(d) || isnan(bound) || d > 3 * bound)
        return -1;
    return d <= bound && bound <= fabs(numeric) / 100;
}
