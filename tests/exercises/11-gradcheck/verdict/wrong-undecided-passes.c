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
