#include "backprop.h"

#include "at.h"
#include "loss.h"
#include "product.h"

#include <math.h>

gw_status gw_backprop_dZ2(const gw_matrix *A2, const gw_matrix *Y, gw_matrix *dZ2) {
    GW_TRY(gw_matrix_check(A2));
    GW_TRY(gw_matrix_check_shape(Y, A2->rows, A2->cols));
    GW_TRY(gw_matrix_check_shape(dZ2, A2->rows, A2->cols));
    /* [dZ2] */
    for (int32_t r = 0; r < A2->rows; r++)
        for (int32_t i = 0; i < A2->cols; i++)
            at(dZ2, r, i) = at(A2, r, i) - at(Y, r, i);
    /* [/dZ2] */
    return GW_OK;
}

gw_status gw_backprop_dW(const gw_matrix *dZ, const gw_matrix *A, gw_matrix *dW) {
    GW_TRY(gw_matrix_check(dZ));
    /* [dW] */
    double mean = 1.0 / dZ->cols;
    return gw_fast_multiply_bt(mean, dZ, A, dW); /* (1/m) dZ Aᵀ */
    /* [/dW] */
}

gw_status gw_backprop_db(const gw_matrix *dZ, gw_matrix *db) {
    GW_TRY(gw_matrix_check(dZ));
    GW_TRY(gw_matrix_check_shape(db, dZ->rows, 1));
    /* [db] */
    for (int32_t r = 0; r < dZ->rows; r++) {
        double sum = 0;
        for (int32_t i = 0; i < dZ->cols; i++)
            sum += at(dZ, r, i);
        at(db, r, 0) = sum / dZ->cols;
    }
    /* [/db] */
    return GW_OK;
}

gw_status gw_backprop_dZ1(gw_activation g1, const gw_matrix *W2, const gw_matrix *dZ2,
                          const gw_matrix *Z1, gw_matrix *dZ1) {
    GW_TRY(gw_matrix_check(W2));
    GW_TRY(gw_matrix_check(dZ2));
    GW_TRY(gw_matrix_check_shape(dZ2, W2->rows, dZ2->cols));
    GW_TRY(gw_matrix_check_shape(Z1, W2->cols, dZ2->cols));
    GW_TRY(gw_matrix_check_shape(dZ1, W2->cols, dZ2->cols));
    if ((unsigned)g1 >= GW_ACTIVATIONS)
        return GW_RANGE;
    /* [dZ1] */
    GW_TRY(gw_fast_multiply_at(W2, dZ2, dZ1));  /* W2ᵀ dZ2   */
    return gw_activation_backward(g1, Z1, dZ1); /* ∘ g1'(Z1) */
    /* [/dZ1] */
}

gw_status gw_backprop(const gw_network *net, const gw_matrix *Y, const gw_network_pass *pass,
                      gw_network_gradient *gradient) {
    GW_TRY(gw_network_check_two(net));
    GW_TRY(gw_network_check_pass(net, pass));
    GW_TRY(gw_network_check(net, &pass->A[0], Y));
    GW_TRY(gw_network_check_gradient(net, Y->cols, gradient));
    gw_activation g1 = net->g[1];
    const gw_matrix *W2 = &net->W[2], *X = &pass->A[0];
    const gw_matrix *Z1 = &pass->Z[1], *A1 = &pass->A[1], *A2 = &pass->A[2];
    gw_matrix *dZ1 = &gradient->dZ[1], *dW1 = &gradient->dW[1], *db1 = &gradient->db[1];
    gw_matrix *dZ2 = &gradient->dZ[2], *dW2 = &gradient->dW[2], *db2 = &gradient->db[2];
    /* [six] */
    GW_TRY(gw_backprop_dZ2(A2, Y, dZ2));           /* dZ2 = A2 − Y              */
    GW_TRY(gw_backprop_dW(dZ2, A1, dW2));          /* dW2 = (1/m) dZ2 A1ᵀ       */
    GW_TRY(gw_backprop_db(dZ2, db2));              /* db2 = (1/m) Σ dZ2         */
    GW_TRY(gw_backprop_dZ1(g1, W2, dZ2, Z1, dZ1)); /* dZ1 = W2ᵀ dZ2 ∘ g1'(Z1)   */
    GW_TRY(gw_backprop_dW(dZ1, X, dW1));           /* dW1 = (1/m) dZ1 Xᵀ        */
    return gw_backprop_db(dZ1, db1);               /* db1 = (1/m) Σ dZ1         */
    /* [/six] */
}

gw_status gw_backprop_loops(const gw_network *net, const gw_matrix *X, const gw_matrix *Y,
                            gw_network_gradient *gradient) {
    GW_TRY(gw_network_check_two(net));
    GW_TRY(gw_network_check(net, X, Y));
    GW_TRY(gw_network_check_gradient(net, Y->cols, gradient));
    gw_activation g1 = net->g[1];
    const gw_matrix *W1 = &net->W[1], *b1 = &net->b[1], *W2 = &net->W[2], *b2 = &net->b[2];
    gw_matrix *dW1 = &gradient->dW[1], *db1 = &gradient->db[1];
    gw_matrix *dW2 = &gradient->dW[2], *db2 = &gradient->db[2];
    int32_t n0 = X->rows, n1 = W1->rows, n2 = W2->rows, m = X->cols;
    GW_TRY(gw_matrix_fill(dW1, 0));
    GW_TRY(gw_matrix_fill(db1, 0));
    GW_TRY(gw_matrix_fill(dW2, 0));
    GW_TRY(gw_matrix_fill(db2, 0));
    /* z1 is computed twice, forward and back, so that no memory is needed. */
    for (int32_t i = 0; i < m; i++)
        for (int32_t r = 0; r < n2; r++) {
            /* [loops] */
            double z2 = at(b2, r, 0);
            for (int32_t j = 0; j < n1; j++) {
                double z1 = at(b1, j, 0);
                for (int32_t k = 0; k < n0; k++)
                    z1 += at(W1, j, k) * at(X, k, i);
                z2 += at(W2, r, j) * gw_activation_value(g1, z1);
            }
            double dz2 = gw_sigmoid_value(z2) - at(Y, r, i);
            at(db2, r, 0) += dz2 / m;
            for (int32_t j = 0; j < n1; j++) {
                double z1 = at(b1, j, 0);
                for (int32_t k = 0; k < n0; k++)
                    z1 += at(W1, j, k) * at(X, k, i);
                double dz1 = at(W2, r, j) * dz2 * gw_activation_slope(g1, z1);
                at(dW2, r, j) += dz2 * gw_activation_value(g1, z1) / m;
                at(db1, j, 0) += dz1 / m;
                for (int32_t k = 0; k < n0; k++)
                    at(dW1, j, k) += dz1 * at(X, k, i) / m;
            }
            /* [/loops] */
        }
    return GW_OK;
}

gw_status gw_backprop_step(gw_network *net, double alpha, const gw_matrix *Y, gw_network_pass *pass,
                           gw_network_gradient *gradient, double *J) {
    GW_TRY(gw_network_check_two(net));
    GW_TRY(gw_network_check_pass(net, pass));
    GW_TRY(gw_network_check(net, &pass->A[0], Y));
    GW_TRY(gw_network_check_gradient(net, Y->cols, gradient));
    if (J == NULL)
        return GW_NULL;
    if (!(alpha > 0) || !isfinite(alpha))
        return GW_RANGE;
    gw_matrix *W1 = &net->W[1], *b1 = &net->b[1], *W2 = &net->W[2], *b2 = &net->b[2];
    const gw_matrix *dW1 = &gradient->dW[1], *db1 = &gradient->db[1];
    const gw_matrix *dW2 = &gradient->dW[2], *db2 = &gradient->db[2];
    /* [step] */
    GW_TRY(gw_network_forward(net, pass));         /* Z1, A1, Z2, A2   */
    GW_TRY(gw_loss_cost(&pass->Z[2], Y, J));       /* J, the cost      */
    GW_TRY(gw_backprop(net, Y, pass, gradient));   /* dZ2, dW2 … db1   */
    GW_TRY(gw_matrix_add_scaled(-alpha, dW1, W1)); /* W1 := W1 − α dW1 */
    GW_TRY(gw_matrix_add_scaled(-alpha, db1, b1)); /* b1 := b1 − α db1 */
    GW_TRY(gw_matrix_add_scaled(-alpha, dW2, W2)); /* W2 := W2 − α dW2 */
    return gw_matrix_add_scaled(-alpha, db2, b2);  /* b2 := b2 − α db2 */
    /* [/step] */
}
