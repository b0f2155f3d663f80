/* this σ falls where it should rise: it is 1/(1 + e^(−z)) */
#include "exercise.h"

void weight_twice(double w, double b, double x, double y, double *dw, double *db) {
    double a1 = 1 / (1 + exp(w * x + b));
    double a2 = 1 / (1 + exp(w * a1 + b));
    double dz2 = a2 - y;
    double dz1 = dz2 * w * a1 * (1 - a1);
    *dw = dz2 * a1 + dz1 * x;
    *db = dz2 + dz1;
}
