/* Exercise 10.3: softmax before any loss
 *
 * Column i of A is the softmax of column i of Z:
 *
 *     a_r = e^z_r / (e^z_1 + … + e^z_n)
 *
 *     Z, dA and dZ are (n, m): a row for each output, a column for each example
 *     dA: the slope of each example's own loss with respect to its own a
 *     dZ: the slope of each example's own loss with respect to its own z
 *
 * Given Z and dA, fill dZ. All z lie between −10 and 10, so no exp overflows.
 *
 *     Z = [ 0  1 ]   dA = [ 3  1 ]
 *         [ 0 −1 ]        [ 0  1 ]
 *         [ 0  0 ]        [ 0 −2 ]
 *
 * Worked: the first row of dZ = 0.666667, 0.48841
 */
#include "exercise.h"

void softmax_backward(const matrix *Z, const matrix *dA, matrix *dZ) {
    for (int i = 0; i < dZ->cols; i++)
        for (int r = 0; r < dZ->rows; r++)
            at(dZ, r, i) = 0; /* your lines */
}
