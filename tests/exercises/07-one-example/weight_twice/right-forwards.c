#include "exercise.h"

/* Forwards: how each box responds to w, and to b. */
void weight_twice(double w, double b, double x, double y, double *dw, double *db) {
    double a1 = 0.5 + 0.5 * tanh((w * x + b) / 2);
    double a1_by_b = a1 * (1 - a1);
    double a1_by_w = x * a1_by_b;
    double z2 = w * a1 + b;
    double loss_by_z2 = y == 1 ? -1 / (1 + exp(z2)) : 1 / (1 + exp(-z2));
    *dw = loss_by_z2 * (a1 + w * a1_by_w);
    *db = loss_by_z2 * (1 + w * a1_by_b);
}
