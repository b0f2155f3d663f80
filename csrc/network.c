#include "network.h"

#include "at.h"
#include "product.h"

/* The parameters alone. */
static gw_status check_layers(const gw_network *net) {
    if (net == NULL)
        return GW_NULL;
    if (net->layers < 1 || net->layers > GW_LAYERS || (unsigned)net->output >= GW_OUTPUTS)
        return GW_RANGE;
    for (int32_t l = 1; l <= net->layers; l++) {
        GW_TRY(gw_matrix_check(&net->W[l]));
        if (l > 1 && net->W[l].cols != net->W[l - 1].rows)
            return GW_SHAPE;
        GW_TRY(gw_matrix_check_shape(&net->b[l], net->W[l].rows, 1));
        if (l < net->layers && (unsigned)net->g[l] >= GW_ACTIVATIONS)
            return GW_RANGE;
    }
    return GW_OK;
}

static gw_status check_inputs(const gw_network *net, const gw_matrix *X) {
    GW_TRY(check_layers(net));
    GW_TRY(gw_matrix_check(X));
    return X->rows == net->W[1].cols ? GW_OK : GW_SHAPE;
}

gw_status gw_network_check(const gw_network *net, const gw_matrix *X, const gw_matrix *Y) {
    GW_TRY(check_inputs(net, X));
    return gw_matrix_check_shape(Y, net->W[net->layers].rows, X->cols);
}

gw_status gw_network_check_pass(const gw_network *net, const gw_network_pass *pass) {
    if (pass == NULL)
        return GW_NULL;
    GW_TRY(check_inputs(net, &pass->A[0]));
    for (int32_t l = 1; l <= net->layers; l++) {
        GW_TRY(gw_matrix_check_shape(&pass->Z[l], net->W[l].rows, pass->A[0].cols));
        GW_TRY(gw_matrix_check_shape(&pass->A[l], net->W[l].rows, pass->A[0].cols));
    }
    return GW_OK;
}

gw_status gw_network_check_gradient(const gw_network *net, int32_t m,
                                    const gw_network_gradient *gradient) {
    GW_TRY(check_layers(net));
    if (gradient == NULL)
        return GW_NULL;
    for (int32_t l = 1; l <= net->layers; l++) {
        const gw_matrix *W = &net->W[l];
        GW_TRY(gw_matrix_check_shape(&gradient->dZ[l], W->rows, m));
        GW_TRY(gw_matrix_check_shape(&gradient->dW[l], W->rows, W->cols));
        GW_TRY(gw_matrix_check_shape(&gradient->db[l], W->rows, 1));
    }
    return GW_OK;
}

gw_status gw_network_check_two(const gw_network *net) {
    if (net == NULL)
        return GW_NULL;
    return net->layers == 2 && net->output == GW_OUTPUT_SIGMOID ? GW_OK : GW_RANGE;
}

gw_status gw_network_linear(const gw_matrix *W, const gw_matrix *A, const gw_matrix *b,
                            gw_matrix *Z) {
    GW_TRY(gw_matrix_check(W));
    GW_TRY(gw_matrix_check_shape(b, W->rows, 1));
    /* [linear] */
    GW_TRY(gw_fast_multiply(W, A, Z));
    for (int32_t i = 0; i < Z->rows; i++)
        for (int32_t j = 0; j < Z->cols; j++)
            at(Z, i, j) += at(b, i, 0);
    /* [/linear] */
    return GW_OK;
}

gw_status gw_network_forward(const gw_network *net, gw_network_pass *pass) {
    GW_TRY(gw_network_check_two(net));
    GW_TRY(gw_network_check_pass(net, pass));
    gw_activation g1 = net->g[1];
    const gw_matrix *X = &pass->A[0], *W1 = &net->W[1], *b1 = &net->b[1];
    const gw_matrix *W2 = &net->W[2], *b2 = &net->b[2];
    gw_matrix *Z1 = &pass->Z[1], *A1 = &pass->A[1], *Z2 = &pass->Z[2], *A2 = &pass->A[2];
    /* [forward] */
    GW_TRY(gw_network_linear(W1, X, b1, Z1));         /* Z1 = W1 X + b1  */
    GW_TRY(gw_activation_forward(g1, Z1, A1));        /* A1 = g1(Z1)     */
    GW_TRY(gw_network_linear(W2, A1, b2, Z2));        /* Z2 = W2 A1 + b2 */
    return gw_activation_forward(GW_SIGMOID, Z2, A2); /* A2 = σ(Z2)      */
    /* [/forward] */
}

double *gw_network_entry(const gw_network *net, int32_t i) {
    for (int32_t l = 1; i >= 0 && l <= net->layers; l++) {
        const gw_matrix *const P[] = {&net->W[l], &net->b[l]};
        for (int k = 0; k < 2; k++) {
            int64_t size = (int64_t)P[k]->rows * P[k]->cols;
            if (i < size)
                return gw_matrix_at(P[k], i / P[k]->cols, i % P[k]->cols);
            i -= (int32_t)size;
        }
    }
    return NULL;
}
