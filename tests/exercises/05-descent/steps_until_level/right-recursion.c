#include "exercise.h"

int steps_until_level(double w, double alpha, double epsilon) {
    double square = w * w / (1 + w * w);
    if (square < epsilon * epsilon)
        return 0;
    return 1 + steps_until_level(w - alpha * w * pow(1 + w * w, -0.5), alpha, epsilon);
}
