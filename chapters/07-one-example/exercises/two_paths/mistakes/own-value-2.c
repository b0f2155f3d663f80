/* v = b c responds to b by the value of c, and to c by that of b: not each by its own */
#include "exercise.h"

void two_paths(double a, double b, double c, double *da, double *db, double *dc) {
    double u = a + b, v = b * c;
    double du = v, dv = u;
    *da = du;
    *db = du + dv * b;
    *dc = dv * c;
}
