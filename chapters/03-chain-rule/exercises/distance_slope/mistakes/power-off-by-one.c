/* the exponent of the outer slope is −3/2 here; one less than 1/2 is −1/2 */
#include "exercise.h"

double distance_slope(double x) {
    double u = 1 + x * x;
    return x / (u * sqrt(u));
}
