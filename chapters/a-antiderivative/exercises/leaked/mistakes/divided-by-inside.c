/* it is divided by −x/2, what stands inside; the substitution divides by its slope, −1/2 */
#include "exercise.h"

double leaked(double x) {
    return exp(-x / 2) / (-x / 2);
}
