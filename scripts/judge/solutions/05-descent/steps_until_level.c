#include "exercise.h"

static double slope(double w) {
    return w / sqrt(1 + w * w);
}

int steps_until_level(double w, double alpha, double epsilon) {
    int steps = 0;
    while (fabs(slope(w)) >= epsilon) { /* asked before each step, at the newest w */
        w = w - alpha * slope(w);
        steps++;
    }
    return steps;
}
