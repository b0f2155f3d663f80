/* the height divides the slope here; width is height over slope, f0/slope */
#include "exercise.h"

double tangent_zero(double x0, double f0, double slope) {
    double w = slope / f0;
    return x0 - w;
}
