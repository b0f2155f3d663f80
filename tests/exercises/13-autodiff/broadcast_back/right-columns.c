#include "exercise.h"

void broadcast_back(const matrix *dC, const matrix *A, const matrix *b, matrix *dA, matrix *db) {
    for (int i = 0; i < A->rows; i++) {
        double from_row = 0;
        for (int j = A->cols - 1; j >= 0; j--) {
            from_row += at(A, i, j) * at(dC, i, j);
            at(dA, i, j) = at(b, i, 0) * at(dC, i, j);
        }
        at(db, i, 0) = from_row;
    }
}
