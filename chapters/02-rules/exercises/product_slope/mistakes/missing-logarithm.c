/* both strips are there, but only e^x is its own slope: that of 2^x has the factor ln 2 */
#include "exercise.h"

double product_slope(double x) {
    double g = pow(2, x);
    return 2 * x * g + x * x * g;
}
