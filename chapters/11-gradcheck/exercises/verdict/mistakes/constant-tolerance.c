/* its answer does not depend on the bound: a tolerance that is a fixed number is too strict for
 * some slopes and too lax for others */
#include "exercise.h"

int verdict(double analytic, double numeric, double bound) {
    if (isnan(numeric) || isnan(bound))
        return 0;
    if (fabs(analytic - numeric) < 1e-5)
        return 1;
    return -1;
}
