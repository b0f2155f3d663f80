/* J = u v responds to u by the value of v, and to v by that of u: not each by its own */
#include "exercise.h"

void two_paths(double a, double b, double c, double *da, double *db, double *dc) {
    double u = a + b, v = b * c;
    double du = u, dv = v;
    *da = du;
    *db = du + dv * c;
    *dc = dv * b;
}
