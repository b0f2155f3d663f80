#include "chain_rule.h"

#include <float.h>
#include <math.h>

enum { LONGEST = 5 };

/* Innermost link first. */
static const struct {
    int32_t length;
    gw_link link[LONGEST];
} CHAIN[GW_COMPOSITES] = {
    /* [tan_chain] */
    [GW_COMPOSITE_TAN] = {2, {GW_LINK_SQUARE, GW_LINK_TAN}},
    /* [/tan_chain] */
    [GW_COMPOSITE_ARCTAN] = {3, {GW_LINK_CUBE, GW_LINK_ARCTAN, GW_LINK_SQUARE}},
    [GW_COMPOSITE_LOGCOS] = {5,
                             {GW_LINK_SQRT, GW_LINK_SIN, GW_LINK_COS, GW_LINK_SQUARE, GW_LINK_LN}},
};

static int known(gw_composite y) {
    return (unsigned)y < GW_COMPOSITES;
}

static int at_a_pole(double u) {
    return fabs(cos(u)) <= DBL_EPSILON * fabs(u);
}

static gw_status finite_only(double x, double *result) {
    if (!isfinite(x))
        return GW_NOT_FINITE;
    *result = x;
    return GW_OK;
}

/* [link_value] */
gw_status gw_chain_rule_link_value(gw_link f, double u, double *value) {
    if (value == NULL)
        return GW_NULL;
    if (!isfinite(u))
        return GW_NOT_FINITE;
    switch (f) {
    case GW_LINK_SQUARE:
        return finite_only(u * u, value);
    case GW_LINK_CUBE:
        return finite_only(u * u * u, value);
    case GW_LINK_SQRT:
        return u < 0 ? GW_DOMAIN : finite_only(sqrt(u), value);
    case GW_LINK_EXP:
        return finite_only(exp(u), value);
    case GW_LINK_LN:
        return u <= 0 ? GW_DOMAIN : finite_only(log(u), value);
    case GW_LINK_SIN:
        return finite_only(sin(u), value);
    case GW_LINK_COS:
        return finite_only(cos(u), value);
    case GW_LINK_TAN:
        return at_a_pole(u) ? GW_DOMAIN : finite_only(tan(u), value);
    case GW_LINK_ARCTAN:
        return finite_only(atan(u), value);
    default:
        return GW_RANGE;
    }
}
/* [/link_value] */

/* [link_slope] */
gw_status gw_chain_rule_link_slope(gw_link f, double u, double *slope) {
    if (slope == NULL)
        return GW_NULL;
    if (!isfinite(u))
        return GW_NOT_FINITE;
    switch (f) {
    case GW_LINK_SQUARE:
        return finite_only(2 * u, slope);
    case GW_LINK_CUBE:
        return finite_only(3 * u * u, slope);
    case GW_LINK_SQRT: /* √0 is 0, but there the curve is upright */
        return u <= 0 ? GW_DOMAIN : finite_only(1 / (2 * sqrt(u)), slope);
    case GW_LINK_EXP:
        return finite_only(exp(u), slope);
    case GW_LINK_LN:
        return u <= 0 ? GW_DOMAIN : finite_only(1 / u, slope);
    case GW_LINK_SIN:
        return finite_only(cos(u), slope);
    case GW_LINK_COS:
        return finite_only(-sin(u), slope);
    case GW_LINK_TAN:
        return at_a_pole(u) ? GW_DOMAIN : finite_only(1 / (cos(u) * cos(u)), slope);
    case GW_LINK_ARCTAN:
        return finite_only(1 / (1 + u * u), slope);
    default:
        return GW_RANGE;
    }
}
/* [/link_slope] */

int32_t gw_chain_rule_length(gw_composite y) {
    return known(y) ? CHAIN[y].length : 0;
}

/* u := what x has become after the first `links` links. */
static gw_status follow(gw_composite y, int32_t links, double x, double *u) {
    if (!isfinite(x))
        return GW_NOT_FINITE;
    for (int32_t k = 0; k < links; k++)
        GW_TRY(gw_chain_rule_link_value(CHAIN[y].link[k], x, &x));
    *u = x;
    return GW_OK;
}

gw_status gw_chain_rule_value(gw_composite y, double x, double *value) {
    if (value == NULL)
        return GW_NULL;
    return known(y) ? follow(y, CHAIN[y].length, x, value) : GW_RANGE;
}

gw_status gw_chain_rule_factor(gw_composite y, int32_t k, double x, int32_t *link, double *u,
                               double *factor) {
    if (link == NULL || u == NULL || factor == NULL)
        return GW_NULL;
    if (!known(y) || k < 1 || k > CHAIN[y].length)
        return GW_RANGE;
    double in, slope;
    GW_TRY(follow(y, k - 1, x, &in));
    GW_TRY(gw_chain_rule_link_slope(CHAIN[y].link[k - 1], in, &slope));
    *link = (int32_t)CHAIN[y].link[k - 1];
    *u = in;
    *factor = slope;
    return GW_OK;
}

/* [chain_rule] */
gw_status gw_chain_rule_slope(gw_composite y, double x, double *slope) {
    if (slope == NULL)
        return GW_NULL;
    if (!known(y))
        return GW_RANGE;
    double u = x, product = 1, factor;
    for (int32_t k = 0; k < CHAIN[y].length; k++) {
        GW_TRY(gw_chain_rule_link_slope(CHAIN[y].link[k], u, &factor)); /* f'(u) */
        GW_TRY(gw_chain_rule_link_value(CHAIN[y].link[k], u, &u));      /* u := f(u) */
        product *= factor;
    }
    return finite_only(product, slope);
}
/* [/chain_rule] */

gw_status gw_chain_rule_slope_by_hand(gw_composite y, double x, double *slope) {
    if (slope == NULL)
        return GW_NULL;
    if (!isfinite(x))
        return GW_NOT_FINITE;
    switch (y) {
    case GW_COMPOSITE_TAN: {
        double u = x * x;
        if (at_a_pole(u))
            return GW_DOMAIN;
        return finite_only(2 * x / (cos(u) * cos(u)), slope);
    }
    /* [by_hand_two] */
    case GW_COMPOSITE_ARCTAN: {
        double u = x * x * x;
        return finite_only(6 * x * x * atan(u) / (1 + u * u), slope);
    }
    case GW_COMPOSITE_LOGCOS: {
        if (x <= 0)
            return GW_DOMAIN;
        double root = sqrt(x);
        return finite_only(-tan(sin(root)) * cos(root) / root, slope);
    }
    /* [/by_hand_two] */
    default:
        return GW_RANGE;
    }
}

gw_status gw_chain_rule_formulas(const gw_formula *links, int32_t count, double x, double *u,
                                 double *factors, double *value, double *slope) {
    if (links == NULL || u == NULL || factors == NULL || value == NULL || slope == NULL)
        return GW_NULL;
    if (count < 1)
        return GW_RANGE;
    double out = x, product = 1;
    for (int32_t k = 0; k < count; k++) {
        u[k] = out;
        factors[k] = gw_formula_slope(&links[k], u[k]);
        out = gw_formula_value(&links[k], u[k]);
        product *= factors[k];
        if (!isfinite(out) || !isfinite(product))
            return GW_DOMAIN;
    }
    *value = out;
    *slope = product;
    return GW_OK;
}
