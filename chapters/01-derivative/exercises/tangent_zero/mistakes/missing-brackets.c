/* the slope divides x0 too; divide only f0 by it, x0 - f0 / slope */
#include "exercise.h"

double tangent_zero(double x0, double f0, double slope) {
    return (x0 - f0) / slope;
}
