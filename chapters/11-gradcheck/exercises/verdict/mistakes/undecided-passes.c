/* it passes where the bound is too large to say anything: two numbers that agree within such a
 * bound prove nothing */
#include "exercise.h"

int verdict(double analytic, double numeric, double bound) {
    double d = fabs(analytic - numeric);
    if (isnan(numeric + bound))
        return 0;
    if (d <= bound)
        return 1;
    if (d <= 3 * bound)
        return 0;
    return -1;
}
