#include "exercise.h"

double reciprocal_slope(double x) {
    double h = 0; /* as small as can be */
    return (1 / (x + h) - 1 / x) / h;
}
