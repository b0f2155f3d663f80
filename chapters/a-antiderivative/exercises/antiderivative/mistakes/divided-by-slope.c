/* dividing by 2x is not allowed: x is not a fixed number and cannot be taken out of the
 * integral. Here it need not go: x dx is half of du */
#include "exercise.h"

double antiderivative(double x) {
    double u = 1 + x * x;
    return log(u) / (2 * x);
}
