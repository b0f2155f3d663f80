/* this is what b gets from v alone: the arrow from b to u brings du besides, so add it */
#include "exercise.h"

void two_paths(double a, double b, double c, double *da, double *db, double *dc) {
    double u = a + b, v = b * c;
    double du = v, dv = u;
    *da = du;
    *db = du;
    *db = dv * c;
    *dc = dv * b;
}
