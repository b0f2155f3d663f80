#include "exercise.h"
#include "judge.h"
double swish_slope(double z) {
    double *x[1] = {&z};
    return (exercise.cost(x) - z) / 1e-6;
}
