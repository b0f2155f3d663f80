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

double celsius(double f) {
    return 0; /* your formula */
}
