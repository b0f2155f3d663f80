#include "exercise.h"

double antiderivative(double x) {
    return log10(1 + x * x) / 2;
}
