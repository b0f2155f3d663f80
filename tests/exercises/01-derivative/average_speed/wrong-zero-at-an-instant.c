#include "exercise.h"

double average_speed(double from, double to) {
    double seconds = to - from;
    if (seconds == 0)
        return 0; /* no time, no speed */
    return (to * to - from * from) / seconds;
}
