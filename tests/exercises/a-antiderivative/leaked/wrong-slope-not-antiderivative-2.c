#include "exercise.h"

double leaked(double x) {
    return exp(-x / 2) / -1 / 2;
}
