#include "exercise.h"

/* The slope of a parabola between two places is that in their middle. */
static double L(double w) {
    return pow(w - 3, 2) + 1;
}

double one_step(double w, double alpha) {
    double dw = (L(w + 0.5) - L(w - 0.5)) / 1;
    return w - alpha * dw;
}
