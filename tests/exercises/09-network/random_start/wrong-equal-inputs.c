#include "exercise.h"

void random_start(matrix *W, matrix *b) {
    for (int j = 0; j < W->rows; j++) {
        double r = random_normal() / sqrt(W->cols);
        for (int k = 0; k < W->cols; k++)
            at(W, j, k) = r;
        at(b, j, 0) = 0;
    }
}
