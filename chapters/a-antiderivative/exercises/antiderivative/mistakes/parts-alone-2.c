/* antiderivatives of the two factors do not multiply: differentiate this by the product rule,
 * and see */
#include "exercise.h"

double antiderivative(double x) {
    return x * x / 2 * log(1 + x * x) + 1;
}
