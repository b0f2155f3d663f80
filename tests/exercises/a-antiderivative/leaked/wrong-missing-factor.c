#include "exercise.h"

double leaked(double x) {
    double C = 1;
    return C - exp(-0.5 * x);
}
