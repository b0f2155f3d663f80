/* after x seconds the ball has rolled x² metres: both moments are to be squared */
#include "exercise.h"

double average_speed(double from, double to) {
    return (to - from) / (to - from);
}
