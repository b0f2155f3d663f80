#include "exercise.h"

double product_slope(double x) {
    double df = 2 * x;
    double dg = pow(2, x) * log(2);
    return df * dg;
}
