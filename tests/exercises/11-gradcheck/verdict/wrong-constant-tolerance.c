#include "exercise.h"

int verdict(double analytic, double numeric, double bound) {
    if (isnan(numeric) || isnan(bound))
        return 0;
    if (fabs(analytic - numeric) < 1e-5)
        return 1;
    return -1;
}
