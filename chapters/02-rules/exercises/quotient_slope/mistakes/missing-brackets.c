/* C divides before it subtracts, so only the last part is divided: put the whole numerator
 * in brackets */
#include "exercise.h"

double quotient_slope(double x) {
    return 1 - x * x / ((1 + x * x) * (1 + x * x));
}
