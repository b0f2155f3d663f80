/* the power rule is for x to a fixed power: here x is in the exponent, and e^u is its own
 * antiderivative */
#include "exercise.h"

double leaked(double x) {
    double p = -x / 2;
    return pow(2.718281828459045, p + 1) / (p + 1);
}
