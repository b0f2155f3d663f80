/* e^(x/2) grows where e^(−x/2) falls: the minus in the exponent is lost */
#include "exercise.h"

double leaked(double x) {
    return -2 * exp(x / 2);
}
