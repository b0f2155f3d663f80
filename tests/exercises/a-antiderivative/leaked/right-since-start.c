#include "exercise.h"

double leaked(double x) {
    double left = 2 / sqrt(exp(x));
    return 2 - left;
}
