#include "exercise.h"

double softplus_slope(double z) {
    double e = exp(z);
    double outer = 1 / (1 + e);
    double inner = e;
    return outer * inner;
}
