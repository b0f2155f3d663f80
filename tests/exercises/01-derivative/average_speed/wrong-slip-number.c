/* Exercise 1.1: from an average to an instant
 *
 *     average speed = (to² − from²) / (to − from)
 *
 * The ball has rolled x² metres after x seconds. Given two moments, in seconds, return
 * its average speed between them, in metres a second. If both are the same moment,
 * return its speed at that moment.
 *
 * Worked: average_speed(2, 3) = 5
 */
#include "exercise.h"

#define CLOSE 0.1

double average_speed(double from, double to) {
    double dt = to - from;
    if (fabs(dt) < CLOSE)
        return 2 * from;
    return (to * to - from * from) / dt;
}
