/* from f0 to f2 the width is 2h, not h */
#include "exercise.h"

double edge_slope(double f0, double f1, double f2, double h) {
    return 2 * ((f1 - f0) / h) - (f2 - f0) / h;
}
