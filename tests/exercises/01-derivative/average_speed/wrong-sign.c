#include "exercise.h"

double average_speed(double from, double to) {
    if (from == to)
        return -2 * from;
    return (from * from - to * to) / (to - from);
}
