#include "exercise.h"

/* Value and slope together, from the highest power down: the product rule in each round. */
double polynomial_slope(double x, double a, double b, double c) {
    double coefficient[4] = {a, 0, b, c};
    double value = 0, slope = 0;
    for (int k = 0; k < 4; k++) {
        slope = slope * x + value;
        value = value * x + coefficient[k];
    }
    return slope;
}
