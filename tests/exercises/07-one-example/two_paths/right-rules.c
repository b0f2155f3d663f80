#include "exercise.h"

/* J = abc + b²c, by the rules of chapter 2. */
void two_paths(double a, double b, double c, double *da, double *db, double *dc) {
    *da = b * c;
    *db = a * c + 2 * b * c;
    *dc = a * b + b * b;
}
