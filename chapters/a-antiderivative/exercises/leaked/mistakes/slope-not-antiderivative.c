/* this is the slope of f, and you are asked for the way back: divide by the slope of the inside
 * where differentiating multiplies. (In C, / -1 / 2 divides by −1, and then by 2: the fraction
 * needs brackets) */
#include "exercise.h"

double leaked(double x) {
    return -0.5 * exp(-x / 2);
}
