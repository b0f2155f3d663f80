/* e^(x/2) grows where e^(−x/2) falls: the exponent is −x/2 */
#include "exercise.h"

double leaked(double x) {
    return -2 * exp(x / 2);
}
