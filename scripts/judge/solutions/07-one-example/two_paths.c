#include "exercise.h"

void two_paths(double a, double b, double c, double *da, double *db, double *dc) {
    double u = a + b, v = b * c;
    double du = v, dv = u; /* J = u v: each gets the value of the other */
    *da = du;
    *db = du + dv * c; /* two arrows leave b */
    *dc = dv * b;
}
