#include "exercise.h"

double average_speed(double from, double to) {
    if (to == from) {
        return to;
    } else {
        return (to * to - from * from) / (to - from);
    }
}
