#include "derivative.h"

#include <math.h>

/* [divide] */
static gw_status divide(double height, double width, double *slope) {
    if (slope == NULL)
        return GW_NULL;
    if (width == 0)
        return GW_DOMAIN;
    double quotient = height / width;
    if (!isfinite(quotient) || !isfinite(width))
        return GW_NOT_FINITE;
    *slope = quotient;
    return GW_OK;
}
/* [/divide] */

/* [secant] */
gw_status gw_derivative_secant(double x0, double f0, double x1, double f1, double *slope) {
    return divide(f1 - f0, x1 - x0, slope);
}
/* [/secant] */

/* [differences] */
gw_status gw_derivative_forward(double f0, double fp, double h, double *slope) {
    return divide(fp - f0, h, slope);
}

gw_status gw_derivative_central(double fm, double fp, double h, double *slope) {
    return divide(fp - fm, 2 * h, slope);
}
/* [/differences] */

/* [extrapolated] */
gw_status gw_derivative_extrapolated(double fm, double fm_inner, double fp_inner, double fp,
                                     double h, double *slope) {
    double wide, near;
    GW_TRY(gw_derivative_central(fm, fp, h, &wide));
    GW_TRY(gw_derivative_central(fm_inner, fp_inner, h / 2, &near));
    return divide(4 * near - wide, 3, slope);
}
/* [/extrapolated] */

/* [tangent] */
double gw_derivative_tangent(double x0, double f0, double slope, double x) {
    return f0 + slope * (x - x0);
}
/* [/tangent] */

/* [angle] */
double gw_derivative_angle(double slope) {
    return atan(slope);
}
/* [/angle] */

/* Truncation is bend·h^order/divisor, rounding is magnified·noise/h. */
static const struct {
    double order, divisor, magnified;
} DIFFERENCE[GW_DIFFERENCES] = {
    [GW_FORWARD] = {1, 2, 2},
    [GW_CENTRAL] = {2, 6, 1},
    [GW_EXTRAPOLATED] = {4, 480, 3},
};

/* Written so that NaN is refused too. */
static gw_status check(gw_difference kind, double noise, double bend) {
    int good = (unsigned)kind < GW_DIFFERENCES && noise >= 0 && bend >= 0;
    return good ? GW_OK : GW_RANGE;
}

/* [bound] */
gw_status gw_derivative_bound(gw_difference kind, double h, double noise, double bend,
                              double *bound) {
    if (bound == NULL)
        return GW_NULL;
    GW_TRY(check(kind, noise, bend));
    if (!(h > 0))
        return GW_RANGE;
    double truncation = bend * pow(h, DIFFERENCE[kind].order) / DIFFERENCE[kind].divisor;
    double rounding = DIFFERENCE[kind].magnified * noise / h;
    *bound = truncation + rounding;
    return GW_OK;
}
/* [/bound] */

/* [best] */
gw_status gw_derivative_best_h(gw_difference kind, double noise, double bend, double *h) {
    if (h == NULL)
        return GW_NULL;
    GW_TRY(check(kind, noise, bend));
    if (bend == 0)
        return GW_DOMAIN;
    /* Where the derivative of the bound by h is 0:
     * order·bend·h^(order−1)/divisor = magnified·noise/h². */
    double p = DIFFERENCE[kind].order;
    double power = DIFFERENCE[kind].magnified * noise * DIFFERENCE[kind].divisor / (p * bend);
    *h = pow(power, 1 / (p + 1));
    return GW_OK;
}
/* [/best] */

gw_status gw_derivative_order(const gw_matrix *h, const gw_matrix *error, double *order) {
    GW_TRY(gw_matrix_check(h));
    GW_TRY(gw_matrix_check(error));
    if (order == NULL)
        return GW_NULL;
    int32_t n = h->cols;
    GW_TRY(gw_matrix_check_shape(h, 1, n));
    GW_TRY(gw_matrix_check_shape(error, 1, n));
    GW_TRY(gw_matrix_check_finite(h));
    GW_TRY(gw_matrix_check_finite(error));
    double mean_x = 0, mean_y = 0;
    for (int32_t i = 0; i < n; i++) {
        if (!(h->data[i] > 0 && error->data[i] > 0))
            return GW_DOMAIN;
        mean_x += log(h->data[i]) / n;
        mean_y += log(error->data[i]) / n;
    }
    double xx = 0, xy = 0;
    int different = 0;
    for (int32_t i = 0; i < n; i++) {
        double x = log(h->data[i]) - mean_x, y = log(error->data[i]) - mean_y;
        xx += x * x;
        xy += x * y;
        different |= h->data[i] != h->data[0];
    }
    if (!different)
        return GW_SINGULAR;
    *order = xy / xx;
    return GW_OK;
}
