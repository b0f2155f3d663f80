#include "exercise.h"

double average_speed(double from, double to) {
    return from + to; /* (to − from)(to + from) over to − from */
}
