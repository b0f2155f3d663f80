#include "exercise.h"

double reciprocal_slope(double x) {
    return -1 / (x * x); /* −1/(x (x + h)), with h = 0 */
}
