/* 2^x is not 2 times x: it is pow(2, x) */
#include "exercise.h"

double product_slope(double x) {
    return 2 * x * (2 * x) + x * x * 2;
}
