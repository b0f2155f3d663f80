/* the size is right, and a minus is missing: the slope of −x/2 is −1/2, not 1/2 */
#include "exercise.h"

double leaked(double x) {
    return exp(-x / 2) * 2;
}
