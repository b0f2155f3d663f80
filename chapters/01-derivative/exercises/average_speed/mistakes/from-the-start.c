/* to² metres are rolled from second 0 on; between the two moments it is to² − from² */
#include "exercise.h"

double average_speed(double from, double to) {
    return to * to / (to - from);
}
