/* C does * and / before + and -: what must be done first needs brackets, (f - 32) */
#include "exercise.h"

double celsius(double f) {
    return f - 32 * 5 / 9;
}
