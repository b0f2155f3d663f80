/* it divides by numeric, which may be 0: then both sides are infinite or NaN, and comparing them
 * is useless. Multiply the other side instead */
#include "exercise.h"

int verdict(double analytic, double numeric, double bound) {
    if (isnan(numeric) || isnan(bound))
        return 0;
    double relative_error = fabs((analytic - numeric) / numeric);
    double relative_bound = fabs(bound / numeric);
    if (isnan(analytic) || relative_error > 3 * relative_bound)
        return -1;
    if (relative_error <= relative_bound && relative_bound <= 0.01)
        return 1;
    return 0;
}
