/* these are the slopes of u and v alone: what J passes back to them, du and dv, is missing */
#include "exercise.h"

void two_paths(double a, double b, double c, double *da, double *db, double *dc) {
    double u = a + b, v = b * c;
    *da = 1;
    *db = 1 + c;
    *dc = b;
}
