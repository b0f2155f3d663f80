#include "network_steps.h"

#include "at.h"
#include "network.h"
#include "vector_math.h"

#include <math.h>

gw_status gw_network_steps_start(const gw_network_steps *s) {
    if (s == NULL)
        return GW_NULL;
    GW_TRY(gw_matrix_check(s->X));
    GW_TRY(gw_matrix_check(s->W1));
    int32_t n0 = s->X->rows, n1 = s->W1->rows, m = s->X->cols;
    GW_TRY(gw_matrix_check_shape(s->Y, 1, m));
    GW_TRY(gw_matrix_check_shape(s->W1, n1, n0));
    GW_TRY(gw_matrix_check_shape(s->b1, n1, 1));
    GW_TRY(gw_matrix_check_shape(s->W2, 1, n1));
    GW_TRY(gw_matrix_check_shape(s->b2, 1, 1));
    GW_TRY(gw_matrix_check_shape(s->Z1, n1, m));
    GW_TRY(gw_matrix_check_shape(s->A1, n1, m));
    GW_TRY(gw_matrix_check_shape(s->Z2, 1, m));
    if ((unsigned)s->g1 >= GW_ACTIVATIONS)
        return GW_RANGE;
    GW_TRY(gw_network_linear(s->W1, s->X, s->b1, s->Z1));
    /* Row by row, as the steps do it: equal places give equal values. */
    for (int32_t r = 0; r < n1; r++)
        GW_TRY(gw_vector_activation(s->g1, m, &at(s->Z1, r, 0), &at(s->A1, r, 0)));
    return gw_network_linear(s->W2, s->A1, s->b2, s->Z2);
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
static gw_status step_below(const gw_network_steps *s, int32_t r, double delta, const double *x,
                            double *z) {
    int32_t m = s->X->cols;
    const double *Z2 = s->Z2->data, *a = &at(s->A1, r, 0);
    double w = at(s->W2, 0, r);
    /* [step] */
    move(m, &at(s->Z1, r, 0), delta, x, z);       /* z1' = Z1[r] + δ X[c] */
    GW_TRY(gw_vector_activation(s->g1, m, z, z)); /* a'  = g1(z1')        */
#pragma omp simd
    for (int32_t i = 0; i < m; i++)
        z[i] = Z2[i] + w * (z[i] - a[i]); /* z2' = Z2 + W2[r] (a' − A1[r]) */
    /* [/step] */
    return GW_OK;
}

gw_status gw_network_steps_cost(const gw_network_steps *s, int32_t entry, double value,
                                gw_matrix *room, double *J) {
    if (s == NULL || J == NULL)
        return GW_NULL;
    int32_t n0 = s->X->rows, n1 = s->W1->rows, m = s->X->cols;
    GW_TRY(gw_matrix_check_shape(room, 1, m));
    if (entry < 0)
        return GW_RANGE;
    double *z = room->data;
    int32_t b1 = n1 * n0, W2 = b1 + n1, b2 = W2 + n1; /* where each begins in θ */
    if (entry < b1) {
        int32_t r = entry / n0, c = entry % n0;
        GW_TRY(step_below(s, r, value - at(s->W1, r, c), &at(s->X, c, 0), z));
    } else if (entry < W2) {
        int32_t r = entry - b1;
        GW_TRY(step_below(s, r, value - at(s->b1, r, 0), NULL, z));
    } else if (entry < b2) {
        int32_t r = entry - W2;
        move(m, s->Z2->data, value - at(s->W2, 0, r), &at(s->A1, r, 0), z);
    } else if (entry == b2) {
        move(m, s->Z2->data, value - s->b2->data[0], NULL, z);
    } else {
        return GW_RANGE;
    }
    GW_TRY(gw_vector_loss(m, z, s->Y->data, z));
    GW_TRY(gw_vector_sum(m, z, J));
    *J /= m;
    return isfinite(*J) ? GW_OK : GW_NOT_FINITE;
}
