#include "exercise.h"

/* The nearer a point, the more it counts. */
double line_through(double x1, double y1, double x2, double y2, double x) {
    double second = (x - x1) / (x2 - x1);
    double first = 1 - second;
    return first * y1 + second * y2;
}
