/* the slope divides x0 too; only f0 is to be divided by it, x0 - f0 / slope */
#include "exercise.h"

double tangent_zero(double x0, double f0, double slope) {
    return (x0 - f0) / slope;
}
