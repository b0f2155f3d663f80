#include "exercise.h"

double tangent_zero(double x0, double f0, double slope) {
    double w = slope;
    double b = f0 - w * x0;
    return -b / w;
}
