/* NaN passes: <, > and == are false for NaN, so it falls through to the last line. Ask isnan
 * first */
#include "exercise.h"

int verdict(double analytic, double numeric, double bound) {
    double difference = fabs(analytic - numeric);
    if (difference > 3 * bound)
        return -1;
    if (difference > bound)
        return 0;
    if (100 * bound > fabs(numeric))
        return 0;
    return 1;
}
