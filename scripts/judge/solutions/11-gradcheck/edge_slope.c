#include "exercise.h"

double edge_slope(double f0, double f1, double f2, double h) {
    double near = (f1 - f0) / h;       /* the slope and C h */
    double wide = (f2 - f0) / (2 * h); /* the slope and 2 C h */
    return 2 * near - wide;
}
