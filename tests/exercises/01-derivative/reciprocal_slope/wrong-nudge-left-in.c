#include "exercise.h"

double reciprocal_slope(double x) {
    double h = 0.001;
    return (1 / (x + h) - 1 / x) / h;
}
