#include "exercise.h"

double line_through(double x1, double y1, double x2, double y2, double x) {
    double w = (y2 - y1) / (x2 - x1); /* height over width */
    return y1 + w * (x - x1);         /* where it began, and the rise from there */
}
