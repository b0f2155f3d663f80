/* C divides before it subtracts: each of the two differences needs brackets of its own */
#include "exercise.h"

double average_speed(double from, double to) {
    return to * to - from * from / to - from;
}
