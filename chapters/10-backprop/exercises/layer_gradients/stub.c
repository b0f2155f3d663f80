/* Exercise 10.3: a layer's gradients, with a price on its weights
 *
 *     J = (1/m) Σ loss(i) + (λ / 2m) Σ w²
 *
 * The first sum is over the m examples, the second over all weights of the network,
 * without the biases. For any layer with Z = W A + b:
 *
 *     W and dW are (n, k), db is (n, 1)
 *     A is (k, m): what came into the layer, a column for each example
 *     dZ is (n, m): column i is the slope of the loss of example i
 *
 * Given dZ, which is right, A, W and lambda, which is λ: fill dW with ∂J/∂W and db
 * with ∂J/∂b. With lambda = 2 and
 *
 *     dZ = [ −0.0625  0.25   −0.125   0.125 ]   W = [ −1  3 −2 ]
 *          [ −0.25    0.0625 −0.0625 −0.125 ]       [  3 −1 −2 ]
 *
 *     A = [ −0.5  0.5 −0.75 0.75 ]
 *         [ −0.5  0.5  0.75 0.75 ]
 *         [  0.5 −0.5  0.5  0.75 ]
 *
 * Worked: the first row of dW = −0.4140625, 1.5390625, −1.03125
 */
#include "exercise.h"

void layer_gradients(const matrix *dZ, const matrix *A, const matrix *W, double lambda, matrix *dW,
                     matrix *db) {
    for (int j = 0; j < dW->rows; j++) {
        for (int k = 0; k < dW->cols; k++)
            at(dW, j, k) = 0; /* your lines */
        at(db, j, 0) = 0;
    }
}
