#include "scaling.h"

#include <math.h>

#include "at.h"

static double mean_of_row(const gw_matrix *X, int32_t k) {
    double m = X->cols, sum = 0, left = 0;
    for (int32_t i = 0; i < X->cols; i++)
        sum += at(X, k, i);
    for (int32_t i = 0; i < X->cols; i++) /* what rounding left of the deviations */
        left += at(X, k, i) - sum / m;
    return sum / m + left / m;
}

gw_status gw_scaling_fit(const gw_matrix *X, gw_matrix *mean, gw_matrix *scale) {
    GW_TRY(gw_matrix_check(X));
    GW_TRY(gw_matrix_check_shape(mean, X->rows, 1));
    GW_TRY(gw_matrix_check_shape(scale, X->rows, 1));
    GW_TRY(gw_matrix_check_finite(X));
    for (int32_t k = 0; k < X->rows; k++) {
        double first = at(X, k, 0), center = mean_of_row(X, k);
        double largest = 0, sum = 0;
        int constant = 1;
        for (int32_t i = 0; i < X->cols; i++) {
            double x = at(X, k, i);
            constant = constant && x == first;
            largest = fmax(largest, fabs(x - center));
        }
        if (!isfinite(center) || !isfinite(largest))
            return GW_NOT_FINITE;
        if (constant) { /* exactly, whatever rounding made of the mean */
            at(mean, k, 0) = first;
            at(scale, k, 0) = 1;
            continue;
        }
        /* [deviation] */
        for (int32_t i = 0; i < X->cols; i++) {
            double d = (at(X, k, i) - center) / largest;
            sum += d * d;
        }
        at(mean, k, 0) = center;
        at(scale, k, 0) = largest * sqrt(sum / X->cols);
        /* [/deviation] */
    }
    return GW_OK;
}

static gw_status check_scale(const gw_matrix *scale) {
    for (int32_t k = 0; k < scale->rows; k++)
        if (!(at(scale, k, 0) > 0))
            return GW_RANGE;
    return GW_OK;
}

gw_status gw_scaling_apply(const gw_matrix *X, const gw_matrix *mean, const gw_matrix *scale,
                           gw_matrix *out) {
    GW_TRY(gw_matrix_check(X));
    GW_TRY(gw_matrix_check_shape(mean, X->rows, 1));
    GW_TRY(gw_matrix_check_shape(scale, X->rows, 1));
    GW_TRY(gw_matrix_check_shape(out, X->rows, X->cols));
    GW_TRY(check_scale(scale));
    /* [apply] */
    for (int32_t k = 0; k < X->rows; k++)
        for (int32_t i = 0; i < X->cols; i++)
            at(out, k, i) = (at(X, k, i) - at(mean, k, 0)) / at(scale, k, 0);
    /* [/apply] */
    return GW_OK;
}

gw_status gw_scaling_undo(const gw_matrix *w, double b, const gw_matrix *mean,
                          const gw_matrix *scale, gw_matrix *w_original, double *b_original) {
    GW_TRY(gw_matrix_check(w));
    GW_TRY(gw_matrix_check_shape(w, w->rows, 1));
    GW_TRY(gw_matrix_check_shape(mean, w->rows, 1));
    GW_TRY(gw_matrix_check_shape(scale, w->rows, 1));
    GW_TRY(gw_matrix_check_shape(w_original, w->rows, 1));
    if (b_original == NULL)
        return GW_NULL;
    GW_TRY(check_scale(scale));
    /* [undo] */
    double moved = b;
    for (int32_t k = 0; k < w->rows; k++) {
        double slope = at(w, k, 0) / at(scale, k, 0);
        at(w_original, k, 0) = slope;
        moved -= slope * at(mean, k, 0);
    }
    *b_original = moved;
    /* [/undo] */
    return GW_OK;
}
