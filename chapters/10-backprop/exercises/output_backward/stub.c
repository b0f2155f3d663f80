/* Exercise 10.1: where it begins, with two outputs
 *
 * The network of this chapter's exercises has n1 hidden units and two outputs. All
 * of them, the outputs too, have the softsign:
 *
 *     g(z) = z / (1 + |z|),      g'(z) = 1 / (1 + |z|)²
 *
 * The loss of example i is half the squared distance, L = ½ Σ (a − y)², summed over
 * its two outputs. dZ2 is the derivative of each example's own loss with respect to
 * its own z.
 *
 *     Z2, A2 = g(Z2), Y and dZ2 are all (2, m): a row for each output, a column for
 *     each example
 *
 * Given Z2, A2 and Y, fill dZ2.
 *
 *     Z2 = [ −3  1  1 −1 ]   A2 = [ −0.75  0.5   0.5  −0.5 ]
 *          [ −1  3 −3  1 ]        [ −0.5   0.75 −0.75  0.5 ]
 *
 *     Y = [ 0.25 −0.5   1    −1 ]
 *         [ 0.5  −0.25  0.25  1 ]
 *
 * Worked: the first row of dZ2 = −0.0625, 0.25, −0.125, 0.125
 */
#include "exercise.h"

void output_backward(const matrix *Z2, const matrix *A2, const matrix *Y, matrix *dZ2) {
    for (int r = 0; r < dZ2->rows; r++)
        for (int i = 0; i < dZ2->cols; i++)
            at(dZ2, r, i) = 0; /* your formula */
}
