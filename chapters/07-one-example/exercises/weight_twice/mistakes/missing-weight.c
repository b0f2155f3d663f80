/* on the way from z2 to a1 the factor w is missing: z2 is w a1 + b */
#include "exercise.h"

void weight_twice(double w, double b, double x, double y, double *dw, double *db) {
    double a1 = 1 / (1 + exp(-(w * x + b)));
    double a2 = 1 / (1 + exp(-(w * a1 + b)));
    double dz2 = a2 - y;
    double dz1 = dz2 * a1 * (1 - a1);
    *dw = a1 * dz2 + x * dz1;
    *db = dz2 + dz1;
}
