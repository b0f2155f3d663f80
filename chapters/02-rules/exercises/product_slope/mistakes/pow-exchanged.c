/* pow(x, 2) is x²: the base comes first, so 2^x is pow(2, x) */
#include "exercise.h"

double product_slope(double x) {
    double width = pow(x, 2);
    return 2 * x * width + x * x * width * log(2);
}
