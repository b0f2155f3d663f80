/* on the way from a1 to z1 the slope of the sigmoid, a1 (1 − a1), is missing */
#include "exercise.h"

void weight_twice(double w, double b, double x, double y, double *dw, double *db) {
    double a1 = 1 / (1 + exp(-(w * x + b)));
    double a2 = 1 / (1 + exp(-(w * a1 + b)));
    double dz2 = a2 - y;
    double da1 = w * dz2;
    double dz1 = da1;
    *dw = a1 * dz2 + x * dz1;
    *db = dz2 + dz1;
}
