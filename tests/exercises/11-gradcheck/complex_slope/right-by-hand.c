#include "exercise.h"

/* The quotient rule and the chain rule. */
double complex_slope(double x) {
    double above = exp(sin(x)), below = sqrt(1 + x * x);
    double above_slope = above * cos(x), below_slope = x / below;
    return (above_slope * below - above * below_slope) / (below * below);
}
