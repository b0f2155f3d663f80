#include "exercise.h"

double edge_slope(double f0, double f1, double f2, double h) {
    return (-3 / 2 * f0 + 2 * f1 - f2 / 2) / h;
}
