/* the count is one too high: no step is needed where the slope is below ε already, and none after that */
#include "exercise.h"

int steps_until_level(double w, double alpha, double epsilon) {
    int steps = 0;
    double dw = epsilon;
    while (fabs(dw) >= epsilon) {
        dw = w / sqrt(1 + w * w);
        w = w - alpha * dw;
        steps++;
    }
    return steps;
}
