#include "exercise.h"

/* As the chapter's machine does it: all derivatives 0, then += for each arrow. */
void two_paths(double a, double b, double c, double *da, double *db, double *dc) {
    double value[5] = {a, b, c, a + b, b * c}, derivative[5] = {0};
    derivative[3] += value[4];
    derivative[4] += value[3];
    derivative[1] += derivative[4] * value[2];
    derivative[2] += derivative[4] * value[1];
    derivative[0] += derivative[3];
    derivative[1] += derivative[3];
    *da = derivative[0];
    *db = derivative[1];
    *dc = derivative[2];
}
