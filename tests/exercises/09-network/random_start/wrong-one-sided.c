#include "exercise.h"

void random_start(matrix *W, matrix *b) {
    for (int j = 0; j < W->rows; j++) {
        at(b, j, 0) = 0;
        for (int k = 0; k < W->cols; k++)
            at(W, j, k) = fabs(random_normal()) / sqrt(W->cols);
    }
}
