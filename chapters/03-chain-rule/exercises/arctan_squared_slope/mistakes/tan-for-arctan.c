/* tan is not arctan, it is what arctan undoes: in C write atan */
#include "exercise.h"

double arctan_squared_slope(double x) {
    double u = x * x * x;
    return 2 * tan(u) * 3 * x * x / (1 + u * u);
}
