#include "exercise.h"

void random_start(matrix *W, matrix *b) {
    for (int k = 0; k < W->cols; k++) {
        double r = random_normal() / sqrt(W->cols);
        for (int j = 0; j < W->rows; j++) {
            at(W, j, k) = r;
            at(b, j, 0) = 0;
        }
    }
}
