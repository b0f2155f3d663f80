#include "exercise.h"

double tangent_zero(double x0, double f0, double slope) {
    double width_for_height_1 = 1 / slope;
    double drop = 0 - f0;
    double width = drop * width_for_height_1;
    return width + x0;
}
