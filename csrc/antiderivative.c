#include "antiderivative.h"

#include <math.h>

/* x is a row of cuts that increase, y a row with one entry less. */
static gw_status check_pieces(const gw_matrix *x, const gw_matrix *y) {
    GW_TRY(gw_matrix_check(x));
    GW_TRY(gw_matrix_check(y));
    if (x->rows != 1 || y->rows != 1 || x->cols - 1 != y->cols)
        return GW_SHAPE;
    GW_TRY(gw_matrix_check_finite(x));
    for (int32_t i = 0; i < y->cols; i++)
        if (x->data[i] >= x->data[i + 1])
            return GW_RANGE;
    return GW_OK;
}

gw_status gw_antiderivative_places(gw_riemann place, const gw_matrix *x, gw_matrix *t) {
    GW_TRY(check_pieces(x, t));
    if ((unsigned)place >= GW_RIEMANNS)
        return GW_RANGE;
    for (int32_t i = 0; i < t->cols; i++) {
        double left = x->data[i], right = x->data[i + 1];
        t->data[i] = place == GW_RIEMANN_LEFT    ? left
                     : place == GW_RIEMANN_RIGHT ? right
                                                 : left + (right - left) / 2;
    }
    return GW_OK;
}

gw_status gw_antiderivative_sum(const gw_matrix *x, const gw_matrix *y, double *sum,
                                double *widest) {
    GW_TRY(check_pieces(x, y));
    if (sum == NULL || widest == NULL)
        return GW_NULL;
    /* [sum] */
    double total = 0, w = 0;
    for (int32_t i = 0; i < y->cols; i++) {
        double dx = x->data[i + 1] - x->data[i];
        total += y->data[i] * dx;
        w = fmax(w, dx);
    }
    /* [/sum] */
    if (!isfinite(total) || !isfinite(w))
        return GW_NOT_FINITE;
    *sum = total;
    *widest = w;
    return GW_OK;
}

gw_status gw_antiderivative_substitution(gw_integral which, double x, double *u, double *du,
                                         double *g, double *G) {
    if (u == NULL || du == NULL || g == NULL || G == NULL)
        return GW_NULL;
    double inner;
    switch (which) {
    /* [substitution] */
    case GW_INTEGRAL_SIN:
        inner = 3 * x + 1;
        if (!isfinite(inner))
            return GW_NOT_FINITE;
        *u = inner;
        *du = 3;
        *g = sin(inner);
        *G = -cos(inner);
        return GW_OK;
    case GW_INTEGRAL_RECIPROCAL:
        inner = 5 - 2 * x;
        if (!isfinite(inner))
            return GW_NOT_FINITE;
        if (inner == 0)
            return GW_DOMAIN;
        *u = inner;
        *du = -2;
        *g = 1 / inner;
        *G = log(fabs(inner));
        return GW_OK;
    /* [/substitution] */
    default:
        return GW_RANGE;
    }
}

gw_status gw_antiderivative_integrand(gw_integral which, double x, double *f) {
    if (f == NULL)
        return GW_NULL;
    double u, du, g, G;
    GW_TRY(gw_antiderivative_substitution(which, x, &u, &du, &g, &G));
    *f = g;
    return GW_OK;
}

gw_status gw_antiderivative_value(gw_integral which, double x, double *F) {
    if (F == NULL)
        return GW_NULL;
    double u, du, g, G;
    GW_TRY(gw_antiderivative_substitution(which, x, &u, &du, &g, &G));
    *F = G / du;
    return GW_OK;
}

gw_status gw_antiderivative_definite(gw_integral which, double a, double b, double *area) {
    if (area == NULL)
        return GW_NULL;
    /* [definite] */
    double Fa, Fb;
    GW_TRY(gw_antiderivative_value(which, a, &Fa));
    GW_TRY(gw_antiderivative_value(which, b, &Fb));
    if (which == GW_INTEGRAL_RECIPROCAL && (a < 2.5) != (b < 2.5))
        return GW_DOMAIN;
    *area = Fb - Fa;
    /* [/definite] */
    return GW_OK;
}
