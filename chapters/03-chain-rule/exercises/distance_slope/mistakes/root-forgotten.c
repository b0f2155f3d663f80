/* the root is missing: 1 + x² is divided by, and not its root */
#include "exercise.h"

double distance_slope(double x) {
    return x / (1 + x * x);
}
