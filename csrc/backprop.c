#include "backprop.h"

#include "at.h"
#include "blas.h"
#include "loss.h"
#include "network.h"

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
    return gw_blas_multiply_bt(mean, dZ, A, dW); /* (1/m) dZ Aᵀ */
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
    GW_TRY(gw_blas_multiply_at(W2, dZ2, dZ1)); /* W2ᵀ dZ2 */
    for (int32_t r = 0; r < dZ1->rows; r++)
        for (int32_t i = 0; i < dZ1->cols; i++) /* ∘ g1'(Z1) */
            at(dZ1, r, i) *= gw_activation_slope(g1, at(Z1, r, i));
    /* [/dZ1] */
    return GW_OK;
}

gw_status gw_backprop(gw_activation g1, const gw_matrix *X, const gw_matrix *Y, const gw_matrix *W2,
                      const gw_matrix *Z1, const gw_matrix *A1, const gw_matrix *A2, gw_matrix *dZ2,
                      gw_matrix *dZ1, gw_matrix *dW1, gw_matrix *db1, gw_matrix *dW2,
                      gw_matrix *db2) {
    GW_TRY(gw_matrix_check(X));
    GW_TRY(gw_matrix_check(W2));
    int32_t n0 = X->rows, n1 = W2->cols, n2 = W2->rows, m = X->cols;
    GW_TRY(gw_matrix_check_shape(Y, n2, m));
    GW_TRY(gw_matrix_check_shape(Z1, n1, m));
    GW_TRY(gw_matrix_check_shape(A1, n1, m));
    GW_TRY(gw_matrix_check_shape(A2, n2, m));
    GW_TRY(gw_matrix_check_shape(dZ2, n2, m));
    GW_TRY(gw_matrix_check_shape(dZ1, n1, m));
    GW_TRY(gw_matrix_check_shape(dW1, n1, n0));
    GW_TRY(gw_matrix_check_shape(db1, n1, 1));
    GW_TRY(gw_matrix_check_shape(dW2, n2, n1));
    GW_TRY(gw_matrix_check_shape(db2, n2, 1));
    if ((unsigned)g1 >= GW_ACTIVATIONS)
        return GW_RANGE;
    /* [six] */
    GW_TRY(gw_backprop_dZ2(A2, Y, dZ2));           /* dZ2 = A2 − Y              */
    GW_TRY(gw_backprop_dW(dZ2, A1, dW2));          /* dW2 = (1/m) dZ2 A1ᵀ       */
    GW_TRY(gw_backprop_db(dZ2, db2));              /* db2 = (1/m) Σ dZ2         */
    GW_TRY(gw_backprop_dZ1(g1, W2, dZ2, Z1, dZ1)); /* dZ1 = W2ᵀ dZ2 ∘ g1'(Z1)   */
    GW_TRY(gw_backprop_dW(dZ1, X, dW1));           /* dW1 = (1/m) dZ1 Xᵀ        */
    return gw_backprop_db(dZ1, db1);               /* db1 = (1/m) Σ dZ1         */
    /* [/six] */
}

gw_status gw_backprop_loops(gw_activation g1, const gw_matrix *X, const gw_matrix *Y,
                            const gw_matrix *W1, const gw_matrix *b1, const gw_matrix *W2,
                            const gw_matrix *b2, gw_matrix *dW1, gw_matrix *db1, gw_matrix *dW2,
                            gw_matrix *db2) {
    GW_TRY(gw_matrix_check(X));
    GW_TRY(gw_matrix_check(W1));
    GW_TRY(gw_matrix_check(W2));
    int32_t n0 = X->rows, n1 = W1->rows, n2 = W2->rows, m = X->cols;
    GW_TRY(gw_matrix_check_shape(Y, n2, m));
    GW_TRY(gw_matrix_check_shape(W1, n1, n0));
    GW_TRY(gw_matrix_check_shape(b1, n1, 1));
    GW_TRY(gw_matrix_check_shape(W2, n2, n1));
    GW_TRY(gw_matrix_check_shape(b2, n2, 1));
    GW_TRY(gw_matrix_check_shape(dW1, n1, n0));
    GW_TRY(gw_matrix_check_shape(db1, n1, 1));
    GW_TRY(gw_matrix_check_shape(dW2, n2, n1));
    GW_TRY(gw_matrix_check_shape(db2, n2, 1));
    if ((unsigned)g1 >= GW_ACTIVATIONS)
        return GW_RANGE;
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

gw_status gw_backprop_step(gw_activation g1, double alpha, const gw_matrix *X, const gw_matrix *Y,
                           gw_matrix *Z1, gw_matrix *A1, gw_matrix *Z2, gw_matrix *A2,
                           gw_matrix *dZ2, gw_matrix *dZ1, gw_matrix *dW1, gw_matrix *db1,
                           gw_matrix *dW2, gw_matrix *db2, gw_matrix *W1, gw_matrix *b1,
                           gw_matrix *W2, gw_matrix *b2, double *J) {
    GW_TRY(gw_matrix_check(X));
    GW_TRY(gw_matrix_check(W1));
    GW_TRY(gw_matrix_check(W2));
    int32_t n0 = X->rows, n1 = W1->rows, n2 = W2->rows, m = X->cols;
    const struct {
        const gw_matrix *M;
        int32_t rows, cols;
    } shapes[] = {{Y, n2, m},   {Z1, n1, m},   {A1, n1, m},  {Z2, n2, m},   {A2, n2, m},
                  {dZ2, n2, m}, {dZ1, n1, m},  {W1, n1, n0}, {b1, n1, 1},   {W2, n2, n1},
                  {b2, n2, 1},  {dW1, n1, n0}, {db1, n1, 1}, {dW2, n2, n1}, {db2, n2, 1}};
    for (size_t i = 0; i < sizeof shapes / sizeof *shapes; i++)
        GW_TRY(gw_matrix_check_shape(shapes[i].M, shapes[i].rows, shapes[i].cols));
    if (J == NULL)
        return GW_NULL;
    if ((unsigned)g1 >= GW_ACTIVATIONS || !(alpha > 0) || !isfinite(alpha))
        return GW_RANGE;
    /* [step] */
    GW_TRY(gw_network_forward(g1, X, W1, b1, W2, b2, Z1, A1, Z2, A2));
    GW_TRY(gw_loss_cost(Z2, Y, J));
    GW_TRY(gw_backprop(g1, X, Y, W2, Z1, A1, A2, dZ2, dZ1, dW1, db1, dW2, db2));
    GW_TRY(gw_matrix_add_scaled(-alpha, dW1, W1)); /* W1 := W1 − α dW1 */
    GW_TRY(gw_matrix_add_scaled(-alpha, db1, b1)); /* b1 := b1 − α db1 */
    GW_TRY(gw_matrix_add_scaled(-alpha, dW2, W2)); /* W2 := W2 − α dW2 */
    return gw_matrix_add_scaled(-alpha, db2, b2);  /* b2 := b2 − α db2 */
    /* [/step] */
}
