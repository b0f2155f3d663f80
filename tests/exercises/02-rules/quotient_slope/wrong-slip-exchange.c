#include "exercise.h"

double quotient_slope(double x) {
    double t = x, dt = 1, b = 1 + x * x, db = 2 * x;
    return (t * b - dt * db) / (b * b);
}
