/* the denominator is x (x + h), and with h = 0 that is x², not x */
#include "exercise.h"

double reciprocal_slope(double x) {
    return -pow(x, -1);
}
