/* an antiderivative of the top over one of the bottom is not one of the fraction:
 * differentiate it, and see */
#include "exercise.h"

double antiderivative(double x) {
    double above = x * x / 2, below = x + x * x * x / 3;
    if (x == 0)
        return 0;
    return above / below;
}
