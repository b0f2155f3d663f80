#include "exercise.h"

double celsius(double f) {
    double above_freezing = f - 32;
    return above_freezing * 9 / 5;
}
