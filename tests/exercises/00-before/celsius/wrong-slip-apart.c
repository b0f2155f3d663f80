/* Exercise 0.1: back to Celsius
 *
 *     f = 1.8 c + 32
 *
 * Given f, a temperature in degrees Fahrenheit, return c, the same temperature in
 * degrees Celsius.
 *
 * Worked: celsius(50) = 10
 */
#include "exercise.h"

#define ABSOLUTE_ZERO -273.15

double celsius(double f) {
    double c = (f - 32) / 1.8;
    if (c < ABSOLUTE_ZERO) {
        c = ABSOLUTE_ZERO; /* nothing is colder */
    }
    return c;
}
