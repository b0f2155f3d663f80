/* the way there multiplies by 1.8, so the way back divides by it */
#include "exercise.h"

double celsius(double f) {
    double above_freezing = f - 32;
    return above_freezing * 9 / 5;
}
