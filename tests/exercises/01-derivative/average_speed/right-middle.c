#include "exercise.h"

/* The speed 2x grows evenly, so its average is the one in the middle. */
double average_speed(double from, double to) {
    double middle = from + (to - from) / 2;
    return 2 * middle;
}
