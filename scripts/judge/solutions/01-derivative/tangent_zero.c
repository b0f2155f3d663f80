#include "exercise.h"

double tangent_zero(double x0, double f0, double slope) {
    return x0 - f0 / slope; /* f0 + slope (x − x0) = 0, solved for x */
}
