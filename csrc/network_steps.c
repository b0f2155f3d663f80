#include "network_steps.h"

#include "at.h"
#include "vector_math.h"

#include <math.h>

static gw_status check(const gw_network *net, const gw_matrix *Y, const gw_network_pass *pass) {
    GW_TRY(gw_network_check_two(net));
    GW_TRY(gw_network_check_pass(net, pass));
    GW_TRY(gw_network_check(net, &pass->A[0], Y));
    return Y->rows == 1 ? GW_OK : GW_SHAPE;
}

gw_status gw_network_steps_start(const gw_network *net, const gw_matrix *Y, gw_network_pass *pass) {
    GW_TRY(check(net, Y, pass));
    gw_matrix *Z1 = &pass->Z[1], *A1 = &pass->A[1], *Z2 = &pass->Z[2];
    GW_TRY(gw_network_linear(&net->W[1], &pass->A[0], &net->b[1], Z1));
    /* Row by row, as the steps do it: equal places give equal values. */
    for (int32_t r = 0; r < Z1->rows; r++)
        GW_TRY(gw_vector_activation(net->g[1], Z1->cols, &at(Z1, r, 0), &at(A1, r, 0)));
    GW_TRY(gw_network_linear(&net->W[2], A1, &net->b[2], Z2));
    return gw_activation_forward(GW_SIGMOID, Z2, &pass->A[2]);
}

/* z := base + δ x; no x counts as ones. */
static void move(int32_t m, const double *base, double delta, const double *x, double *z) {
    if (x == NULL)
#pragma omp simd
        for (int32_t i = 0; i < m; i++)
            z[i] = base[i] + delta;
    else
#pragma omp simd
        for (int32_t i = 0; i < m; i++)
            z[i] = base[i] + delta * x[i];
}

/* z := Z2 after a step δ along x in row r of Z1. */
static gw_status step_below(const gw_network *net, const gw_network_pass *pass, int32_t r,
                            double delta, const double *x, double *z) {
    int32_t m = pass->A[0].cols;
    const double *Z2 = pass->Z[2].data, *a = &at(&pass->A[1], r, 0);
    double w = at(&net->W[2], 0, r);
    /* [step] */
    move(m, &at(&pass->Z[1], r, 0), delta, x, z);     /* z1' = Z1[r] + δ X[c] */
    GW_TRY(gw_vector_activation(net->g[1], m, z, z)); /* a'  = g1(z1')        */
#pragma omp simd
    for (int32_t i = 0; i < m; i++)
        z[i] = Z2[i] + w * (z[i] - a[i]); /* z2' = Z2 + W2[r] (a' − A1[r]) */
    /* [/step] */
    return GW_OK;
}

gw_status gw_network_steps_cost(const gw_network *net, const gw_matrix *Y,
                                const gw_network_pass *pass, int32_t entry, double value,
                                gw_matrix *room, double *J) {
    GW_TRY(check(net, Y, pass));
    const gw_matrix *X = &pass->A[0];
    int32_t n0 = X->rows, n1 = net->W[1].rows, m = X->cols;
    GW_TRY(gw_matrix_check_shape(room, 1, m));
    if (J == NULL)
        return GW_NULL;
    const double *place = gw_network_entry(net, entry);
    if (place == NULL)
        return GW_RANGE;
    double delta = value - *place, *z = room->data;
    int32_t b1 = n1 * n0, W2 = b1 + n1, b2 = W2 + n1; /* where each begins in θ */
    if (entry < b1)
        GW_TRY(step_below(net, pass, entry / n0, delta, &at(X, entry % n0, 0), z));
    else if (entry < W2)
        GW_TRY(step_below(net, pass, entry - b1, delta, NULL, z));
    else
        move(m, pass->Z[2].data, delta, entry < b2 ? &at(&pass->A[1], entry - W2, 0) : NULL, z);
    GW_TRY(gw_vector_loss(m, z, Y->data, z));
    GW_TRY(gw_vector_sum(m, z, J));
    *J /= m;
    return isfinite(*J) ? GW_OK : GW_NOT_FINITE;
}
