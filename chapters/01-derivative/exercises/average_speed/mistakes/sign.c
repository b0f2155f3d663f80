/* the sign is wrong: numerator and denominator must subtract in the same order */
#include "exercise.h"

double average_speed(double from, double to) {
    if (from == to)
        return -2 * from;
    return (from * from - to * to) / (to - from);
}
