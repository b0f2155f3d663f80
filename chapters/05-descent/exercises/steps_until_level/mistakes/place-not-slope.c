/* the rule looks at the slope, dw, not at the point, w */
#include "exercise.h"

int steps_until_level(double w, double alpha, double epsilon) {
    int steps = 0;
    while (fabs(w) >= epsilon) {
        double dw = w / sqrt(1 + w * w);
        w -= alpha * dw;
        steps++;
    }
    return steps;
}
