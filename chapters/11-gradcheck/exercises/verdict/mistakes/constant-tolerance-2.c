/* its answer does not depend on the bound: a tolerance that is a fixed number is too strict for
 * some slopes and too lax for others */
#include "exercise.h"

/* As many a checker does it: the relative error. */
int verdict(double analytic, double numeric, double bound) {
    double relative = fabs(analytic - numeric) / (fabs(analytic) + fabs(numeric) + 1e-12);
    if (isnan(relative))
        return isnan(analytic) ? -1 : 0;
    return relative < 1e-7 ? 1 : -1;
}
