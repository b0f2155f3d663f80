/* the root belongs in the denominator, 1/(2√x): C reads 1 / 2 * sqrt(x) as a half times the root */
#include "exercise.h"

double ln_cos_slope(double x) {
    double s = sin(sqrt(x));
    return 1.0 / 2 * sqrt(x) * cos(sqrt(x)) * -2 * tan(s);
}
