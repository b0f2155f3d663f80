/* the root is missing: it is divided by 1 + x² itself */
#include "exercise.h"

double distance_slope(double x) {
    return x / (1 + x * x);
}
