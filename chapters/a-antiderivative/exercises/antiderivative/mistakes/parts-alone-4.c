/* an antiderivative of the top over one of the bottom is not one of the fraction:
 * differentiate it, and see */
#include "exercise.h"

double antiderivative(double x) {
    return x * x / 2 / (x + x * x * x / 3);
}
