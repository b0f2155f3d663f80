/* the factor beside w is what its box reads, a1 in z2 and x in z1, not what comes out of it */
#include "exercise.h"

void weight_twice(double w, double b, double x, double y, double *dw, double *db) {
    double a1 = 1 / (1 + exp(-(w * x + b)));
    double a2 = 1 / (1 + exp(-(w * a1 + b)));
    double dz2 = a2 - y;
    double dz1 = w * dz2 * a1 * (1 - a1);
    *dw = a2 * dz2 + a1 * dz1;
    *db = dz1 + dz2;
}
