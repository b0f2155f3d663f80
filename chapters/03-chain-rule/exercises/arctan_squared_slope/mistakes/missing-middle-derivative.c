/* two of the three factors are there; the slope of arctan, 1/(1 + u²) at u = x³, is missing */
#include "exercise.h"

double arctan_squared_slope(double x) {
    return 2 * atan(x * x * x) * 3 * x * x;
}
