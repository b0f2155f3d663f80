/* this is the path through z1 alone: z2 reads w and b too, so add what it passes back */
#include "exercise.h"

void weight_twice(double w, double b, double x, double y, double *dw, double *db) {
    double a1 = 1 / (1 + exp(-(w * x + b)));
    double a2 = 1 / (1 + exp(-(w * a1 + b)));
    double dz2 = a2 - y;
    double dz1 = w * dz2 * a1 * (1 - a1);
    *dw = a1 * dz2;
    *db = dz2;
    *dw = x * dz1;
    *db = dz1;
}
