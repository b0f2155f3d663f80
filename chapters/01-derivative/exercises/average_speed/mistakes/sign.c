/* the sign is wrong: the differences above and below must be taken in the same order */
#include "exercise.h"

double average_speed(double from, double to) {
    if (from == to)
        return -2 * from;
    return (from * from - to * to) / (to - from);
}
