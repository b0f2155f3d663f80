/* each slope is multiplied by its own side; the product rule crosses them, f' g + f g' */
#include "exercise.h"

double product_slope(double x) {
    return 2 * x * x * x + pow(2, x) * log(2) * pow(2, x);
}
