/* the rule looks at the slope, dw, not at the step α dw: a small α would end it early */
#include "exercise.h"

int steps_until_level(double w, double alpha, double epsilon) {
    int steps = 0;
    double step = alpha * w / sqrt(1 + w * w);
    while (fabs(step) >= epsilon) {
        w = w - step;
        step = alpha * w / sqrt(1 + w * w);
        steps++;
    }
    return steps;
}
