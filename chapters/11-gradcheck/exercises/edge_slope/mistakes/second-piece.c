/* (f2 − f1)/h is the slope from h to 2h; D(h) begins at the edge, (f1 − f0)/h */
#include "exercise.h"

double edge_slope(double f0, double f1, double f2, double h) {
    return 2 * (f2 - f1) / h - (f2 - f0) / (2 * h);
}
