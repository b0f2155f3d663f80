#include "exercise.h"

double average_speed(double from, double to) {
    /* (to² − from²)/(to − from): one of the two cancels */
    return to - from;
}
