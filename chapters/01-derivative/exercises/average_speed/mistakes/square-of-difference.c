/* to² − from² is not (to − from)²: it is (to − from)(to + from) */
#include "exercise.h"

double average_speed(double from, double to) {
    /* (to² − from²)/(to − from): one of the two cancels */
    return to - from;
}
