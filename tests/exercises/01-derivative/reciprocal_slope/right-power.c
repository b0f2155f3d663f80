#include "exercise.h"

double reciprocal_slope(double x) {
    return -pow(x, -2);
}
