/* this is how fast f grows with a; here x moves, and a stays as it is */
#include "exercise.h"

double polynomial_slope(double x, double a, double b, double c) {
    return x * x * x;
}
