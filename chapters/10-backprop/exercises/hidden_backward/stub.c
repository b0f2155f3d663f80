/* Exercise 10.2: one layer down, from two outputs
 *
 * The network of this chapter's exercises has n1 hidden units and two outputs. All
 * of them, the outputs too, have the softsign:
 *
 *     g(z) = z / (1 + |z|),      g'(z) = 1 / (1 + |z|)²
 *
 *     W2 is (2, n1): a row for each output, a column for each hidden unit
 *     dZ2 is (2, m), and Z1 is (n1, m): a column for each example
 *     dZ1 is (n1, m), as Z1
 *
 * Given W2, Z1 and dZ2, which is right, fill dZ1: the derivatives of each example's
 * own loss with respect to the z of its hidden units. The forward pass was A1 = g(Z1),
 * Z2 = W2 A1 + b2.
 *
 *     W2 = [ −1  3 −2 ]   dZ2 = [ −0.0625  0.25   −0.125   0.125 ]
 *          [  3 −1 −2 ]         [ −0.25    0.0625 −0.0625 −0.125 ]
 *
 *     Z1 = [ −1  1 −3  3 ]
 *          [ −1  1  3  3 ]
 *          [  1 −1  1  3 ]
 *
 * Worked: the first row of dZ1 = −0.171875, −0.015625, −0.00390625, −0.03125
 */
#include "exercise.h"

void hidden_backward(const matrix *W2, const matrix *Z1, const matrix *dZ2, matrix *dZ1) {
    for (int j = 0; j < dZ1->rows; j++)
        for (int i = 0; i < dZ1->cols; i++)
            at(dZ1, j, i) = 0; /* your lines */
}
