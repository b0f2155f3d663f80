/* 1 − tanh² is the slope of tanh; that of σ is σ(1 − σ) */
#include "exercise.h"

double swish_slope(double z) {
    double s = 1 / (1 + exp(-z)), t = tanh(z);
    return s + z * (1 - t * t);
}
