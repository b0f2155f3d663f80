#include "exercise.h"

double average_speed(double from, double to) {
    if (from == to)
        return 2 * from;
    double metres = to * to - from * from;
    double seconds = to - from;
    return metres / seconds;
}
