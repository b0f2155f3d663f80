#include "exercise.h"

void random_start(matrix *W, matrix *b) {
    for (int j = 0; j < W->cols; j++) {
        for (int k = 0; k < W->rows; k++)
            at(W, j, k) = random_normal() / sqrt(W->cols);
        at(b, j, 0) = 0;
    }
}
