/* these are the metres rolled; divide them by the seconds passed */
#include "exercise.h"

double average_speed(double from, double to) {
    double begin = from * from, end = to * to;
    return end - begin;
}
