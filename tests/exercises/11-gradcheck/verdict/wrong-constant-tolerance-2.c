#include "exercise.h"

/* As many a checker does it: the relative error. */
int verdict(double analytic, double numeric, double bound) {
    double relative = fabs(analytic - numeric) / (fabs(analytic) + fabs(numeric) + 1e-12);
    if (isnan(relative))
        return isnan(analytic) ? -1 : 0;
    return relative < 1e-7 ? 1 : -1;
}
