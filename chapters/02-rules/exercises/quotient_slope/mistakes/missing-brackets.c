/* C divides before it subtracts, so only the last part is divided: put all that stands above the
 * line in brackets */
#include "exercise.h"

double quotient_slope(double x) {
    return 1 - x * x / ((1 + x * x) * (1 + x * x));
}
