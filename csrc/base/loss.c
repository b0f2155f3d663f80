#include "loss.h"

#include "at.h"
#include "elementary.h"
#include "elementwise.h"
#include "sigmoid.h"

double gw_softplus(double z) {
    return fmax(z, 0) + log1p(exp(-fabs(z))) + (isnan(z) ? z : 0);
}

/* [from-z] */
double gw_loss_from_z(double z, double y) {
    if (y == 0)
        return gw_softplus(z);
    if (y == 1)
        return gw_softplus(-z);
    return (1 - y) * gw_softplus(z) + y * gw_softplus(-z);
}
/* [/from-z] */

double gw_loss(double a, double y) {
    if (!(a >= 0 && a <= 1 && y >= 0 && y <= 1))
        return NAN;
    double for_one = y > 0 ? -y * log(a) : 0; /* 0 · ln 0 counts as 0 */
    double for_zero = y < 1 ? -(1 - y) * log1p(-a) : 0;
    return for_one + for_zero;
}

double gw_loss_slope_a(double a, double y) {
    double for_one = y > 0 ? -y / a : 0;
    double for_zero = y < 1 ? (1 - y) / (1 - a) : 0;
    return for_one + for_zero;
}

double gw_loss_slope_z(double z, double y) {
    /* a − 1 = −σ(−z) keeps the digits that 1 would swallow. */
    return y == 1 ? -gw_sigmoid_value(-z) : gw_sigmoid_value(z) - y;
}

enum { BLOCK = 256 };

/* near := log1p(e^(−|z|)) for the next at most BLOCK examples of row r from i on: what both
 * softplus(z) and softplus(−z) have, many at a time. */
static gw_status near_parts(const gw_matrix *Z, int32_t r, int32_t i, double near[BLOCK]) {
    int32_t count = Z->cols - i < BLOCK ? Z->cols - i : BLOCK;
    for (int32_t k = 0; k < count; k++)
        near[k] = -fabs(at(Z, r, i + k));
    return gw_fast_elementwise(GW_FAST_SOFTPLUS, count, near, near);
}

/* gw_loss_from_z, to the bit. */
static double loss_with(double near, double z, double y) {
    if (y == 0)
        return fmax(z, 0) + near;
    if (y == 1)
        return fmax(-z, 0) + near;
    return gw_loss_from_z(z, y);
}

gw_status gw_loss_sum(const gw_matrix *Z, const gw_matrix *Y, double *sum) {
    GW_TRY(gw_matrix_check(Z));
    GW_TRY(gw_matrix_check_shape(Y, Z->rows, Z->cols));
    if (sum == NULL)
        return GW_NULL;
    double total = 0, lost = 0; /* lost: what rounding dropped so far */
    double near[BLOCK];
    for (int32_t r = 0; r < Z->rows; r++)
        for (int32_t i = 0; i < Z->cols; i++) {
            if (i % BLOCK == 0)
                GW_TRY(near_parts(Z, r, i, near));
            double loss = loss_with(near[i % BLOCK], at(Z, r, i), at(Y, r, i));
            double next = total + loss;
            lost += fabs(total) >= fabs(loss) ? (total - next) + loss : (loss - next) + total;
            total = next;
        }
    *sum = total + lost;
    return isfinite(*sum) ? GW_OK : GW_NOT_FINITE;
}

gw_status gw_loss_cost(const gw_matrix *Z, const gw_matrix *Y, double *cost) {
    GW_TRY(gw_loss_sum(Z, Y, cost));
    *cost /= Z->cols;
    return GW_OK;
}

gw_status gw_loss_mistakes(const gw_matrix *Z, const gw_matrix *Y, int32_t *mistakes) {
    GW_TRY(gw_matrix_check(Z));
    GW_TRY(gw_matrix_check_shape(Z, 1, Z->cols));
    GW_TRY(gw_matrix_check_shape(Y, 1, Z->cols));
    if (mistakes == NULL)
        return GW_NULL;
    int32_t count = 0;
    for (int32_t i = 0; i < Z->cols; i++)
        count += (Z->data[i] > 0) != (Y->data[i] >= 0.5);
    *mistakes = count;
    return GW_OK;
}
