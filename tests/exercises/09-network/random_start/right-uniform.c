#include "exercise.h"

/* Numbers that are equally likely between −√3 and √3 have spread 1 as well. */
static double uniform(void) {
    double u = 0.5 + 0.5 * erf(random_normal() / sqrt(2));
    return sqrt(3) * (2 * u - 1);
}

void random_start(matrix *W, matrix *b) {
    for (int j = 0; j < W->rows; j++)
        for (int k = 0; k < W->cols; k++) {
            at(W, j, k) = uniform() / sqrt((double)W->cols);
            at(b, j, 0) = 0;
        }
}
