/* left of the valley no step is counted: the slope is negative there, and it is its size that is
 * compared with ε */
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
