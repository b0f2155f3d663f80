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
