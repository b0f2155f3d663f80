#include "exercise.h"

double antiderivative(double x) {
    return -pow(1 + x * x, -1) / 2;
}
