/* what does not pass has not failed yet: without clear proof it is undecided */
#include "exercise.h"

int verdict(double analytic, double numeric, double bound) {
    if (isnan(numeric) || isnan(bound))
        return 0;
    if (fabs(analytic - numeric) <= bound && bound <= fabs(numeric) / 100)
        return 1;
    else
        return -1;
}
