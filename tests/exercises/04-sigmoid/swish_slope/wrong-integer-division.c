#include "exercise.h"

/* σ' written with e^(−z) over a square, and a half too hasty. */
double swish_slope(double z) {
    double s = 1 / 2 + tanh(z / 2) / 2;
    return s + z * s * (1 - s);
}
