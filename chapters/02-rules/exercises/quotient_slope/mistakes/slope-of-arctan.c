/* 1/(1 + x²) is the slope of arctan; the slope of x/(1 + x²) comes from the quotient rule */
#include "exercise.h"

double quotient_slope(double x) {
    return 1 / (1 + x * x);
}
