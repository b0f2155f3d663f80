#include "exercise.h"

double line_through(double x1, double y1, double x2, double y2, double x) {
    double w = (y1 - y2) / (x1 - x2);
    double b = y2 - w * x2;
    return w * x + b;
}
