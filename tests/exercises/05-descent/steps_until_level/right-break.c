#include "exercise.h"

int steps_until_level(double w, double alpha, double epsilon) {
    for (int steps = 0;; steps++) {
        double dw = w / sqrt(1 + w * w);
        if (dw < epsilon && dw > -epsilon)
            return steps;
        w -= alpha * dw;
    }
}
