#include "exercise.h"

/* Every second number is the one before it, with a minus. */
void random_start(matrix *W, matrix *b) {
    for (int j = 0; j < W->rows; j++) {
        double r = 0;
        for (int k = 0; k < W->cols; k++) {
            r = k % 2 ? -r : random_normal();
            at(W, j, k) = r / sqrt(W->cols);
        }
        at(b, j, 0) = 0;
    }
}
