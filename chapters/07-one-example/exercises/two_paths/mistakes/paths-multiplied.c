/* along a path you multiply, but what two paths bring to b is added */
#include "exercise.h"

void two_paths(double a, double b, double c, double *da, double *db, double *dc) {
    double u = a + b, v = b * c;
    double du = v, dv = u;
    *da = du;
    *db = du * dv * c;
    *dc = dv * b;
}
