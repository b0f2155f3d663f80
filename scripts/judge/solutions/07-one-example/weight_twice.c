#include "exercise.h"

static double sigmoid(double z) {
    return 1 / (1 + exp(-z));
}

void weight_twice(double w, double b, double x, double y, double *dw, double *db) {
    double a1 = sigmoid(w * x + b);
    double a2 = sigmoid(w * a1 + b);
    double dz2 = a2 - y;
    double dz1 = dz2 * w * a1 * (1 - a1);
    *dw = dz2 * a1 + dz1 * x; /* two boxes read w, and two read b */
    *db = dz2 + dz1;
}
