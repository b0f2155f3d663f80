/* the sizes are compared, so 1 and −1 are equal: it is the difference that needs fabs */
#include "exercise.h"

int verdict(double analytic, double numeric, double bound) {
    if (isnan(numeric) || isnan(bound))
        return 0;
    double distance = fabs(fabs(analytic) - fabs(numeric));
    if (isnan(analytic) || distance > 3 * bound)
        return -1;
    if (distance <= bound && bound <= fabs(numeric) / 100)
        return 1;
    return 0;
}
