/* 1.8 was multiplied by on the way there, so on the way back it divides */
#include "exercise.h"

double celsius(double f) {
    double above_freezing = f - 32;
    return above_freezing * 9 / 5;
}
