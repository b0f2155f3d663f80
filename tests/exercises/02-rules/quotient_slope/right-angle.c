#include "exercise.h"

/* With x = tan t, the quotient is sin t cos t. */
double quotient_slope(double x) {
    double t = atan(x);
    return cos(2 * t) * cos(t) * cos(t);
}
