/* C does * and / before + and -: what must be done first needs brackets, (f - 32) */
#include "exercise.h"

double celsius(double f) {
    double c = f - 32 / 1.8;
    return c;
}
