/* the second term is z times the slope of σ, σ(1 − σ), not z times σ */
#include "exercise.h"

double swish_slope(double z) {
    double s = 1 / (1 + exp(-z));
    return s + z * s;
}
