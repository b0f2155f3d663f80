#include "exercise.h"

/* From the inside out, as the chapter's loop does it. */
double arctan_squared_slope(double x) {
    double u = x, product = 1;
    product *= 3 * u * u;
    u = u * u * u;
    product *= 1 / (1 + u * u);
    u = atan(u);
    product *= 2 * u;
    return product;
}
