#include "exercise.h"

double swish_slope(double z) {
    double s = 1 / (1 + exp(-z));
    s = s * (1 - s);
    return s + z * s;
}
