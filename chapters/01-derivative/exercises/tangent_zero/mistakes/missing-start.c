/* this is how far to walk, x − x0: add x0, the point to walk from */
#include "exercise.h"

double tangent_zero(double x0, double f0, double slope) {
    return -f0 / slope;
}
