#include "exercise.h"

void random_start(matrix *W, matrix *b) {
    for (int j = 0; j < W->rows; j++) {
        for (int k = 0; k < W->cols; k++)
            at(W, j, k) = random_normal() / 8; /* √64 */
        at(b, j, 0) = 0;
    }
}
