/* this is the numerator, f' g − f g'; it is still to be divided by (1 + x²)² */
#include "exercise.h"

double quotient_slope(double x) {
    return 1 - x * x;
}
