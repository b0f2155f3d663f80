#include "deep.h"

#include "at.h"
#include "backprop.h"
#include "elementary.h"
#include "loss.h"

static double largest_in_column(const gw_matrix *Z, int32_t i) {
    double largest = at(Z, 0, i);
    for (int32_t r = 1; r < Z->rows; r++)
        largest = fmax(largest, at(Z, r, i));
    return largest;
}

gw_status gw_softmax(const gw_matrix *Z, gw_matrix *A) {
    GW_TRY(gw_matrix_check(Z));
    GW_TRY(gw_matrix_check_shape(A, Z->rows, Z->cols));
    /* [softmax] */
    for (int32_t i = 0; i < Z->cols; i++) {
        double largest = largest_in_column(Z, i), sum = 0;
        for (int32_t r = 0; r < Z->rows; r++) {
            at(A, r, i) = exp(at(Z, r, i) - largest);
            sum += at(A, r, i);
        }
        for (int32_t r = 0; r < Z->rows; r++)
            at(A, r, i) /= sum;
    }
    /* [/softmax] */
    return GW_OK;
}

gw_status gw_cross_entropy(const gw_matrix *Z, const gw_matrix *Y, double *J) {
    GW_TRY(gw_matrix_check(Z));
    GW_TRY(gw_matrix_check_shape(Y, Z->rows, Z->cols));
    if (J == NULL)
        return GW_NULL;
    double total = 0, lost = 0; /* Neumaier's sum: see gw_loss_sum */
    for (int32_t i = 0; i < Z->cols; i++) {
        double largest = largest_in_column(Z, i), sum = 0, loss = 0;
        for (int32_t r = 0; r < Z->rows; r++)
            sum += exp(at(Z, r, i) - largest);
        for (int32_t r = 0; r < Z->rows; r++)
            loss += at(Y, r, i) * (log(sum) - (at(Z, r, i) - largest));
        double next = total + loss;
        lost += fabs(total) >= fabs(loss) ? (total - next) + loss : (loss - next) + total;
        total = next;
    }
    if (!isfinite(total))
        return GW_NOT_FINITE;
    *J = (total + lost) / Z->cols;
    return GW_OK;
}

/* The output's activation. */
static gw_status output_forward(gw_output output, const gw_matrix *Z, gw_matrix *A) {
    return output == GW_OUTPUT_SOFTMAX ? gw_softmax(Z, A) : gw_activation_forward(GW_SIGMOID, Z, A);
}

gw_status gw_deep_forward(const gw_network *net, gw_network_pass *pass) {
    GW_TRY(gw_network_check_pass(net, pass));
    gw_matrix *Z = pass->Z, *A = pass->A;
    int32_t L = net->layers;
    /* [forward] */
    for (int32_t l = 1; l < L; l++) {
        GW_TRY(gw_network_linear(&net->W[l], &A[l - 1], &net->b[l], &Z[l]));
        GW_TRY(gw_activation_forward(net->g[l], &Z[l], &A[l]));
    }
    GW_TRY(gw_network_linear(&net->W[L], &A[L - 1], &net->b[L], &Z[L]));
    return output_forward(net->output, &Z[L], &A[L]);
    /* [/forward] */
}

gw_status gw_deep_cost(const gw_network *net, const gw_network_pass *pass, const gw_matrix *Y,
                       double *J) {
    GW_TRY(gw_network_check_pass(net, pass));
    const gw_matrix *Z = &pass->Z[net->layers];
    return net->output == GW_OUTPUT_SOFTMAX ? gw_cross_entropy(Z, Y, J) : gw_loss_cost(Z, Y, J);
}

gw_status gw_deep_backward(const gw_network *net, const gw_matrix *Y, const gw_network_pass *pass,
                           gw_network_gradient *gradient) {
    GW_TRY(gw_network_check_pass(net, pass));
    GW_TRY(gw_network_check(net, &pass->A[0], Y));
    GW_TRY(gw_network_check_gradient(net, Y->cols, gradient));
    const gw_matrix *A = pass->A, *Z = pass->Z, *W = net->W;
    gw_matrix *dZ = gradient->dZ, *dW = gradient->dW, *db = gradient->db;
    int32_t L = net->layers;
    /* [backward] */
    GW_TRY(gw_backprop_dZ2(&A[L], Y, &dZ[L])); /* dZ[L] = A[L] − Y */
    for (int32_t l = L; l >= 1; l--) {
        GW_TRY(gw_backprop_dW(&dZ[l], &A[l - 1], &dW[l])); /* (1/m) dZ[l] A[l−1]ᵀ */
        GW_TRY(gw_backprop_db(&dZ[l], &db[l]));            /* (1/m) Σ dZ[l]       */
        if (l > 1)                                         /* W[l]ᵀ dZ[l] ∘ g'(Z[l−1]) */
            GW_TRY(gw_backprop_dZ1(net->g[l - 1], &W[l], &dZ[l], &Z[l - 1], &dZ[l - 1]));
    }
    /* [/backward] */
    return GW_OK;
}

gw_status gw_deep_step(gw_network *net, double alpha, const gw_matrix *Y, gw_network_pass *pass,
                       gw_network_gradient *gradient, double *J) {
    GW_TRY(gw_network_check_pass(net, pass));
    GW_TRY(gw_network_check(net, &pass->A[0], Y));
    GW_TRY(gw_network_check_gradient(net, Y->cols, gradient));
    if (J == NULL)
        return GW_NULL;
    if (!(alpha > 0) || !isfinite(alpha))
        return GW_RANGE;
    GW_TRY(gw_deep_forward(net, pass));
    GW_TRY(gw_deep_cost(net, pass, Y, J));
    GW_TRY(gw_deep_backward(net, Y, pass, gradient));
    for (int32_t l = 1; l <= net->layers; l++) {
        GW_TRY(gw_matrix_add_scaled(-alpha, &gradient->dW[l], &net->W[l]));
        GW_TRY(gw_matrix_add_scaled(-alpha, &gradient->db[l], &net->b[l]));
    }
    return GW_OK;
}
