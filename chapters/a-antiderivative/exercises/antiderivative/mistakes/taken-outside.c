/* arctan x belongs to 1/(1 + x²), and the x above cannot be taken outside: it is not a fixed number */
#include "exercise.h"

double antiderivative(double x) {
    return x * atan(x);
}
