#include "exercise.h"

/* Half a logarithm is the logarithm of the root; and a constant. */
double antiderivative(double x) {
    return log(3 * hypot(1, x));
}
