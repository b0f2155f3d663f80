/* in C, log10 is the logarithm to base 10; ln is called log */
#include "exercise.h"

double product_slope(double x) {
    return 2 * x * pow(2, x) + x * x * pow(2, x) * log10(2);
}
