#include "exercise.h"

void random_start(matrix *W, matrix *b) {
    int n1 = W->rows, n0 = W->cols;
    double scale = pow(n0, -0.5);
    for (int k = 0; k < n0; k++)
        for (int j = n1 - 1; j >= 0; j--)
            at(W, j, k) = scale * random_normal();
    for (int j = 0; j < n1; j++)
        at(b, j, 0) = 0.0;
}
