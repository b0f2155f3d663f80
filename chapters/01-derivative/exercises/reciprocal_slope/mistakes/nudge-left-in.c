/* h is still in it, so this is the slope of a secant: let h go to 0 on paper, and no h is left */
#include "exercise.h"

double reciprocal_slope(double x) {
    double h = 0.001;
    return (1 / (x + h) - 1 / x) / h;
}
