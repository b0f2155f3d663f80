/* this is one step too many, unless the start is level: perhaps the slope that is asked about is
 * the one before the step. Work it out again after w has moved */
#include "exercise.h"

int steps_until_level(double w, double alpha, double epsilon) {
    int steps = 0;
    double dw = w / sqrt(1 + w * w);
    while (fabs(dw) >= epsilon) {
        dw = w / sqrt(1 + w * w);
        w -= alpha * dw;
        steps++;
    }
    return steps;
}
