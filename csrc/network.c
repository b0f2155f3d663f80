#include "network.h"

#include "at.h"
#include "blas.h"

gw_status gw_network_linear(const gw_matrix *W, const gw_matrix *A, const gw_matrix *b,
                            gw_matrix *Z) {
    GW_TRY(gw_matrix_check(W));
    GW_TRY(gw_matrix_check_shape(b, W->rows, 1));
    /* [linear] */
    GW_TRY(gw_blas_multiply(W, A, Z));
    for (int32_t i = 0; i < Z->rows; i++)
        for (int32_t j = 0; j < Z->cols; j++)
            at(Z, i, j) += at(b, i, 0);
    /* [/linear] */
    return GW_OK;
}

gw_status gw_network_forward(gw_activation g1, const gw_matrix *X, const gw_matrix *W1,
                             const gw_matrix *b1, const gw_matrix *W2, const gw_matrix *b2,
                             gw_matrix *Z1, gw_matrix *A1, gw_matrix *Z2, gw_matrix *A2) {
    GW_TRY(gw_matrix_check(X));
    GW_TRY(gw_matrix_check(W1));
    GW_TRY(gw_matrix_check(W2));
    int32_t n0 = X->rows, n1 = W1->rows, n2 = W2->rows, m = X->cols;
    GW_TRY(gw_matrix_check_shape(W1, n1, n0));
    GW_TRY(gw_matrix_check_shape(b1, n1, 1));
    GW_TRY(gw_matrix_check_shape(W2, n2, n1));
    GW_TRY(gw_matrix_check_shape(b2, n2, 1));
    GW_TRY(gw_matrix_check_shape(Z1, n1, m));
    GW_TRY(gw_matrix_check_shape(A1, n1, m));
    GW_TRY(gw_matrix_check_shape(Z2, n2, m));
    GW_TRY(gw_matrix_check_shape(A2, n2, m));
    if ((unsigned)g1 >= GW_ACTIVATIONS)
        return GW_RANGE;
    /* [forward] */
    GW_TRY(gw_network_linear(W1, X, b1, Z1));         /* Z1 = W1 X + b1  */
    GW_TRY(gw_activation_forward(g1, Z1, A1));        /* A1 = g1(Z1)     */
    GW_TRY(gw_network_linear(W2, A1, b2, Z2));        /* Z2 = W2 A1 + b2 */
    return gw_activation_forward(GW_SIGMOID, Z2, A2); /* A2 = σ(Z2)      */
    /* [/forward] */
}
