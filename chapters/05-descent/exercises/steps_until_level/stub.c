/* Exercise 5.3: a stop rule that looks at the slope
 *
 *     L(w) = √(1 + w²)             dw = w / √(1 + w²)
 *     w := w − α dw,  until |dw| < ε at the place that is reached
 *
 * Given the start w, the learning rate α and ε, return how many steps it takes.
 * Where the slope is below ε at the start, that is 0.
 *
 * Worked: steps_until_level(3, 0.5, 0.1) = 9
 */
#include "exercise.h"

int steps_until_level(double w, double alpha, double epsilon) {
    return 0; /* count the steps */
}
