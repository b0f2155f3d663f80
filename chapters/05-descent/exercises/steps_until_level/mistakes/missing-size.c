/* left of the valley the slope is negative, and so below ε however steep: use fabs */
#include "exercise.h"

int steps_until_level(double w, double alpha, double epsilon) {
    int steps = 0;
    double dw = w / sqrt(1 + w * w);
    while (dw >= epsilon) {
        w = w - alpha * dw;
        dw = w / sqrt(1 + w * w);
        steps++;
    }
    return steps;
}
