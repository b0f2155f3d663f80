/* this is the way from Celsius to Fahrenheit; you are asked for the way back */
#include "exercise.h"

double celsius(double f) {
    return 1.8 * f + 32;
}
