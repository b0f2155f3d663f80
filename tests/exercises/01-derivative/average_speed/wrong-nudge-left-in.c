#include "exercise.h"

double average_speed(double from, double to) {
    if (to == from)
        to = from + 0.001;
    return (pow(to, 2) - pow(from, 2)) / (to - from);
}
