#include "exercise.h"

double tangent_zero(double x0, double f0, double slope) {
    double x = 0;
    return f0 + slope * (x - x0);
}
