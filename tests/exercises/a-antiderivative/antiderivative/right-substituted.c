#include "exercise.h"

/* With x = tan t, dx = dt/cos² t, f dx becomes tan t dt: F = −ln cos t. */
double antiderivative(double x) {
    double t = atan(x);
    return 7 - log(cos(t));
}
