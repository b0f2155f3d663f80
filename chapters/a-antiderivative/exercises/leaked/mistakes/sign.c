/* the size is right and the sign is not: the slope of −x/2 is −1/2, not 1/2 */
#include "exercise.h"

double leaked(double x) {
    return exp(-x / 2) * 2;
}
