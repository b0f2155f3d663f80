/* this is −1 everywhere. Is it written -1 / x * x? C reads that as (-1 / x) * x: write -1 / (x *
 * x) */
#include "exercise.h"

double reciprocal_slope(double x) {
    return -1 / x * x;
}
