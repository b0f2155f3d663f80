#include "exercise.h"

double celsius(double f) {
    double c = f - 32 / 1.8;
    return c;
}
