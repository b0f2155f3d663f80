/* Exercise 10.4: one function for every layer
 *
 * A layer, forward:   Z = W In + b,   A = g(Z),   with the softsign
 *
 *     g(z) = z / (1 + |z|),      g'(z) = 1 / (1 + |z|)²
 *
 *     W is (n, k), Z is (n, m), and In, what came in, is (k, m)
 *     dA is (n, m): the derivatives of each example's own loss with respect to A
 *
 * Given W, Z, In and dA, fill
 *
 *     dW (n, k) and db (n, 1), derivatives of the cost, the mean over the m examples
 *     dIn (k, m), the derivatives of each example's own loss with respect to In
 *
 * It serves every layer: what it puts into dIn is the dA of the layer before. Say,
 *
 *     W = [ −1  3 −2 ]   Z = [ −3  1  1 −1 ]   dA = [ −1  1 −0.5  0.5 ]
 *         [  3 −1 −2 ]       [ −1  3 −3  1 ]        [ −1  1 −1   −0.5 ]
 *
 *     In = [ −0.5  0.5 −0.75 0.75 ]
 *          [ −0.5  0.5  0.75 0.75 ]
 *          [  0.5 −0.5  0.5  0.75 ]
 *
 * Worked: the first row of dW = 0.0859375, 0.0390625, −0.03125
 */
#include "exercise.h"

void layer_backward(const matrix *W, const matrix *Z, const matrix *In, const matrix *dA,
                    matrix *dW, matrix *db, matrix *dIn) {
    for (int j = 0; j < dW->rows; j++) {
        for (int k = 0; k < dW->cols; k++)
            at(dW, j, k) = 0; /* your lines */
        at(db, j, 0) = 0;
    }
    for (int k = 0; k < dIn->rows; k++)
        for (int i = 0; i < dIn->cols; i++)
            at(dIn, k, i) = 0;
}
