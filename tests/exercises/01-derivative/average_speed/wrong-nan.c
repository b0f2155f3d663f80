// Slow: make test-long judges it.
#include "exercise.h"

double average_speed(double from, double to) {
    return (to * to - from * from) / (to - from);
}
