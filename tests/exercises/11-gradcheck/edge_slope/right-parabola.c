#include "exercise.h"

/* A parabola f0 + b t + a t² through the three points; its slope at t = 0 is b. */
double edge_slope(double f0, double f1, double f2, double h) {
    double a = ((f2 - f1) - (f1 - f0)) / (2 * h * h);
    double b = (f1 - f0) / h - a * h;
    return b;
}
