#include "exercise.h"

double edge_slope(double f0, double f1, double f2, double h) {
    return (4 * f1 - 3 * f0 - f2) / h;
}
