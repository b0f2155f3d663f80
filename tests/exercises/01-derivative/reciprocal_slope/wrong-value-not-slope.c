#include "exercise.h"

double reciprocal_slope(double x) {
    double f = 1 / x;
    return f;
}
