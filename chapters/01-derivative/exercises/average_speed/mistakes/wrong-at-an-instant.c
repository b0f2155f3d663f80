/* the averages are right; at one single moment this is the moment itself, where what the
 * averages come close to is wanted */
#include "exercise.h"

double average_speed(double from, double to) {
    if (to == from) {
        return to;
    } else {
        return (to * to - from * from) / (to - from);
    }
}
