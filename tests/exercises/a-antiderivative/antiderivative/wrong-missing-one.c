#include "exercise.h"

double antiderivative(double x) {
    return 0.5 * log(x * x);
}
