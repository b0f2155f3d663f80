/* where the start is level already, no step is needed: ask before the first one */
#include "exercise.h"

static double slope(double w) {
    return w / sqrt(1 + w * w);
}

int steps_until_level(double w, double alpha, double epsilon) {
    int steps = 0;
    do {
        w = w - alpha * slope(w);
        steps++;
    } while (fabs(slope(w)) >= epsilon);
    return steps;
}
