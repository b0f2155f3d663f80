#include "exercise.h"

void two_paths(double a, double b, double c, double *da, double *db, double *dc) {
    double u = a + b, v = b * c;
    *da = v * a;
    *db = v * b + u * c;
    *dc = u * b;
}
