#include "exercise.h"

/* In terms of the function's own value. */
double reciprocal_slope(double x) {
    double y = 1 / x;
    return -y * y;
}
