/* Exercise 13.3: what is spread is summed
 *
 *     C = A ∘ b, where the column b is broadcast: C[i][j] = A[i][j] · b[i]
 *
 *     A, dA and dC are (n, m); b and db are columns, (n, 1)
 *
 * Given    dC, A, b
 * Fill     dA and db, the adjoints of A and b
 *
 *     dC = [ 1  2 ]   A = [ 3  −1 ]   b = [  2 ]
 *          [ 0 −1 ]       [ 2   1 ]       [ −3 ]
 *
 * Worked: dA = 2, 4, 0, 3
 */
#include "exercise.h"

void broadcast_back(const matrix *dC, const matrix *A, const matrix *b, matrix *dA, matrix *db) {
    for (int i = 0; i < dC->rows; i++) {
        at(db, i, 0) = 0;
        for (int j = 0; j < dC->cols; j++)
            at(dA, i, j) = 0; /* your lines */
    }
}
