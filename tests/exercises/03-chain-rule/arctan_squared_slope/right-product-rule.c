#include "exercise.h"

/* A square is a product of two equal factors. */
double arctan_squared_slope(double x) {
    double f = atan2(x * x * x, 1), c = cos(f);
    double df = c * c * 3 * x * x; /* 1/(1 + tan²) is cos² */
    return df * f + f * df;
}
