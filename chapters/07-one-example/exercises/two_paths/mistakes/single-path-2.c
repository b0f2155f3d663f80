/* this is what b gets from u alone: the arrow from b to v brings dv c besides, so add it */
#include "exercise.h"

void two_paths(double a, double b, double c, double *da, double *db, double *dc) {
    double u = a + b, v = b * c;
    double du = v;
    double dv = u;
    *da = du;
    *db = du;
    *dc = dv * b;
}
