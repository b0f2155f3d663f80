/* Exercise 9.3: a layer of softsigns
 *
 *     Z = W X + b          (b is added to every column)
 *     A = g(Z),  each entry on its own, with the softsign g(z) = z / (1 + |z|)
 *
 *     W is (n, k), a row for each unit      b is (n, 1)
 *     X is (k, m), a column for each example
 *     A is (n, m)
 *
 * Given W, b and X, fill A. The sizes are W->rows, W->cols and X->cols, and at(A, j, i)
 * is the entry of A in row j and column i, counted from 0.
 *
 *     W = [  1  2 ]   b = [ −1 ]   X = [ 1  0  2  −1 ]
 *         [ −1  1 ]       [ −2 ]       [ 1 −1  0   2 ]
 *         [  2 −1 ]       [  1 ]
 *
 * Worked: the first row of A = 0.666667, −0.75, 0.5, 0.666667
 */
#include "exercise.h"

void layer_forward(const matrix *W, const matrix *b, const matrix *X, matrix *A) {
    for (int j = 0; j < A->rows; j++)
        for (int i = 0; i < A->cols; i++)
            at(A, j, i) = 0; /* your lines */
}
