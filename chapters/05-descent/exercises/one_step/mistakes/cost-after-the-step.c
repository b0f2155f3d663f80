/* this is the cost after the step; you are asked for the w to which it leads */
#include "exercise.h"

double one_step(double w, double alpha) {
    double dw = 2 * (w - 3), v = w - alpha * dw;
    return (v - 3) * (v - 3) + 1;
}
