/* the power rule is for x^n, where the base moves; in 2^x the exponent moves, and its slope is
 * 2^x ln 2 */
#include "exercise.h"

double product_slope(double x) {
    return 2 * x * pow(2, x) + x * x * x * pow(2, x - 1);
}
