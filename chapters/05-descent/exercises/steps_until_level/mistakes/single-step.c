/* it never takes a second step: if asks once, while asks again and again */
#include "exercise.h"

int steps_until_level(double w, double alpha, double epsilon) {
    int steps = 0;
    double dw = w / sqrt(1 + w * w);
    if (fabs(dw) >= epsilon) {
        w = w - alpha * dw;
        steps++;
    }
    return steps;
}
