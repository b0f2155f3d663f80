/* this is the error of D(h), but for its sign: subtract C h from D(h) */
#include "exercise.h"

double edge_slope(double f0, double f1, double f2, double h) {
    return (f1 - f0) / h - (f2 - f0) / (2 * h);
}
