#include "random_matrix.h"

#include "at.h"

gw_status gw_random_fill_normal(gw_random *rng, double scale, gw_matrix *M) {
    GW_TRY(gw_matrix_check(M));
    if (rng == NULL)
        return GW_NULL;
    for (int32_t i = 0; i < M->rows; i++)
        for (int32_t j = 0; j < M->cols; j++)
            at(M, i, j) = scale * gw_random_normal(rng);
    return GW_OK;
}

gw_status gw_random_fill_uniform(gw_random *rng, double low, double high, gw_matrix *M) {
    GW_TRY(gw_matrix_check(M));
    if (rng == NULL)
        return GW_NULL;
    for (int32_t i = 0; i < M->rows; i++)
        for (int32_t j = 0; j < M->cols; j++)
            at(M, i, j) = low + (high - low) * gw_random_uniform(rng);
    return GW_OK;
}

gw_status gw_random_permutation(gw_random *rng, gw_matrix *order) {
    GW_TRY(gw_matrix_check(order));
    if (rng == NULL)
        return GW_NULL;
    GW_TRY(gw_matrix_check_shape(order, 1, order->cols));
    for (int32_t i = 0; i < order->cols; i++)
        order->data[i] = i;
    for (int32_t i = order->cols - 1; i > 0; i--) {
        int32_t j = gw_random_below(rng, i + 1);
        double kept = order->data[i];
        order->data[i] = order->data[j];
        order->data[j] = kept;
    }
    return GW_OK;
}
