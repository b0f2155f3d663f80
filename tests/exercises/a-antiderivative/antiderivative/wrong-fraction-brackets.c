#include "exercise.h"

double antiderivative(double x) {
    return log(1) + x * x / 2;
}
