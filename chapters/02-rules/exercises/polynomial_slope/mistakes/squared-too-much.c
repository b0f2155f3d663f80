/* in 3 a x² only x is squared; here 3 and a are squared with it */
#include "exercise.h"

double polynomial_slope(double x, double a, double b, double c) {
    return pow(3 * a * x, 2) + b;
}
