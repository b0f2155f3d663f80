/* this is one step too many: it ends where the slope is below ε, without another step */
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
