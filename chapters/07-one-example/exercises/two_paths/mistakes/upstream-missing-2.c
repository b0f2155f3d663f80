/* b gets c alone from v: multiply it by dv, what J passes back to v */
#include "exercise.h"

void two_paths(double a, double b, double c, double *da, double *db, double *dc) {
    double u = a + b, v = b * c;
    *da = v;
    *dc = u * b;
    *db = v + c;
}
