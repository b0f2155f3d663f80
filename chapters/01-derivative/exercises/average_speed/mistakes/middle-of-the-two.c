/* this is the moment in the middle, in seconds; you are asked for the speed, in metres a second */
#include "exercise.h"

double average_speed(double from, double to) {
    return (from + to) / 2;
}
