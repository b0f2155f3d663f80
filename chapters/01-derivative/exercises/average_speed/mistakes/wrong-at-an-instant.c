/* the averages are right; at one single moment this returns the moment itself, not what the
 * averages come close to */
#include "exercise.h"

double average_speed(double from, double to) {
    if (to == from) {
        return to;
    } else {
        return (to * to - from * from) / (to - from);
    }
}
