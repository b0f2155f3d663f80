/* the averages are right; but at one single moment the ball is not at rest, its speed
 * there is what the averages come close to */
#include "exercise.h"

double average_speed(double from, double to) {
    double seconds = to - from;
    if (seconds == 0)
        return 0; /* no time, no speed */
    return (to * to - from * from) / seconds;
}
