#include "exercise.h"

int steps_until_level(double w, double alpha, double epsilon) {
    int steps;
    while (fabs(w / sqrt(1 + w * w)) >= epsilon) {
        w -= alpha * w / sqrt(1 + w * w);
        steps++;
    }
    return steps;
}
