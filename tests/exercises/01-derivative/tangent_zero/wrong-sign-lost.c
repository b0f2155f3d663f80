#include "exercise.h"

double tangent_zero(double x0, double f0, double slope) {
    double width = f0 / slope;
    return x0 + width;
}
