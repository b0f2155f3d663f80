#include "formula.h"

#include <math.h>

#include "formula_rules.h"
#include "rules.h"
#include "sigmoid.h"

/* ---- Functions ---- */

/* Those that chapter 2's table has are taken from there. */
static const gw_function TABLE[GW_FORMULA_FUNCTIONS] = {
    [GW_FORMULA_ASIN] = GW_FN_ARCSIN, [GW_FORMULA_ATAN] = GW_FN_ARCTAN,
    [GW_FORMULA_COS] = GW_FN_COS,     [GW_FORMULA_COSH] = GW_FN_COSH,
    [GW_FORMULA_EXP] = GW_FN_EXP,     [GW_FORMULA_LN] = GW_FN_LN,
    [GW_FORMULA_SIN] = GW_FN_SIN,     [GW_FORMULA_SINH] = GW_FN_SINH,
    [GW_FORMULA_SQRT] = GW_FN_SQRT,   [GW_FORMULA_TAN] = GW_FN_TAN,
    [GW_FORMULA_TANH] = GW_FN_TANH,
};

static double function_value(int32_t function, double u) {
    double value;
    switch (function) {
    case GW_FORMULA_ABS:
        return fabs(u);
    case GW_FORMULA_ACOS:
        return acos(u);
    case GW_FORMULA_SIGMOID:
        return gw_sigmoid_value(u);
    default:
        return gw_rules_value(TABLE[function], 0, u, &value) == GW_OK ? value : NAN;
    }
}

static double function_slope(int32_t function, double u) {
    double slope;
    switch (function) {
    case GW_FORMULA_ABS:
        return u > 0 ? 1 : u < 0 ? -1 : NAN;
    case GW_FORMULA_ACOS:
        return -1 / sqrt((1 - u) * (1 + u));
    case GW_FORMULA_LN: /* 1/u left of 0 too, where a misplaced slope may be taken */
        return 1 / u;
    case GW_FORMULA_SIGMOID:
        return gw_sigmoid_value(u) * gw_sigmoid_value(-u);
    default:
        return gw_rules_slope(TABLE[function], 0, u, &slope) == GW_OK ? slope : NAN;
    }
}

/* ---- Rules, and how each is broken ---- */

/* What the slope of a node is made of: the values u and v of its two parts, their
 * slopes, and x. v2 is v² as somebody squares who squares each term. */
typedef struct {
    double u, du, v, dv, x, v2;
} parts;

/* [product] */
static double product(gw_formula_rule broken, const parts *p) {
    switch (broken) {
    case PRODUCT_FIRST_HALF:
        return p->du * p->v;
    case PRODUCT_SECOND_HALF:
        return p->u * p->dv;
    case PRODUCT_OF_SLOPES:
        return p->du * p->dv;
    default:
        return gw_rules_product(p->u, p->du, p->v, p->dv);
    }
}
/* [/product] */

static double quotient(gw_formula_rule broken, const parts *p) {
    double top = p->du * p->v - p->u * p->dv, slope;
    switch (broken) {
    case QUOTIENT_SIGN:
        return (p->du * p->v + p->u * p->dv) / (p->v * p->v);
    case QUOTIENT_TURNED:
        return -top / (p->v * p->v);
    case QUOTIENT_NOT_SQUARED:
        return top / p->v;
    case QUOTIENT_SQUARED_BY_TERMS:
        return top / p->v2;
    case QUOTIENT_OF_SLOPES:
        return p->du / p->dv;
    default:
        return gw_rules_quotient(p->u, p->du, p->v, p->dv, &slope) == GW_OK ? slope : NAN;
    }
}

/* u^v with a fixed exponent, a fixed base, or neither. */
static double power_slope(gw_formula_rule broken, const parts *p) {
    double u = p->u, v = p->v, du = p->du, dv = p->dv;
    int fixed_exponent = dv == 0, fixed_base = du == 0;
    switch (broken) {
    case POWER_OFF_BY_ONE:
        return fixed_exponent ? v * pow(u, v) * du : NAN;
    case POWER_NOT_BROUGHT_DOWN:
        return fixed_exponent ? pow(u, v - 1) * du : NAN;
    case MISSING_INNER_DERIVATIVE:
        return fixed_exponent ? v * pow(u, v - 1) : pow(u, v) * log(u);
    case OUTER_SLOPE_AT_X:
        return fixed_exponent ? v * pow(p->x, v - 1) * du : NAN;
    case INNER_SLOPE_INSIDE:
        return fixed_exponent ? v * pow(du, v - 1) : NAN;
    case MISSING_LOGARITHM:
        return fixed_base ? pow(u, v) * dv : NAN;
    case POWER_RULE_ON_EXPONENTIAL:
        return fixed_base ? v * pow(u, v - 1) * dv : NAN;
    default:
        if (fixed_exponent)
            return fixed_base ? 0 : v * pow(u, v - 1) * du;
        return pow(u, v) * (dv * log(u) + (fixed_base ? 0 : v * du / u));
    }
}

/* [chain] */
static double chain(gw_formula_rule broken, int32_t function, const parts *p) {
    double slope = function_slope(function, p->u); /* f'(g) … */
    switch (broken) {
    case MISSING_INNER_DERIVATIVE:
        return slope;
    case MISSING_OUTER_DERIVATIVE:
        return p->du;
    case OUTER_SLOPE_AT_X:
        return function_slope(function, p->x) * p->du;
    case INNER_SLOPE_INSIDE:
        return function_slope(function, p->du);
    case SIGN_OF_FUNCTION:
        return -slope * p->du;
    case FUNCTION_NOT_DIFFERENTIATED:
        return function_value(function, p->u) * p->du;
    default:
        return slope * p->du; /* … times g' */
    }
}
/* [/chain] */

/* At the point (x, y), with the slope along x or, for along = 1, along y. */
static void walk(const gw_formula *f, const double at[2], int along, gw_formula_rule broken,
                 int32_t where, double *value, double *slope) {
    *value = *slope = NAN;
    if (f->count < 1)
        return;
    double values[GW_FORMULA_LONGEST], slopes[GW_FORMULA_LONGEST];
    for (int32_t k = 0; k < f->count; k++) {
        const gw_formula_node *n = &f->node[k];
        gw_formula_rule now = where == k || where == THROUGHOUT ? broken : RIGHT;
        parts p = {.x = at[along]};
        if (n->left >= 0) {
            p.u = values[n->left];
            p.du = slopes[n->left];
        }
        if (n->right >= 0) {
            p.v = values[n->right];
            p.dv = slopes[n->right];
        }
        switch (n->operation) {
        case GW_FORMULA_NUMBER:
            values[k] = n->number;
            slopes[k] = 0;
            break;
        case GW_FORMULA_X:
        case GW_FORMULA_Y: {
            int which = n->operation == GW_FORMULA_Y;
            values[k] = at[which];
            slopes[k] = which == along;
            break;
        }
        case GW_FORMULA_PLUS:
            values[k] = p.u + p.v;
            slopes[k] = gw_rules_sum(p.du, p.dv);
            break;
        case GW_FORMULA_MINUS:
            values[k] = p.u - p.v;
            slopes[k] = gw_rules_difference(p.du, p.dv);
            break;
        case GW_FORMULA_TIMES:
            values[k] = p.u * p.v;
            slopes[k] = product(now, &p);
            break;
        case GW_FORMULA_OVER: {
            const gw_formula_node *below = &f->node[n->right];
            p.v2 = NAN;
            if (below->operation == GW_FORMULA_PLUS || below->operation == GW_FORMULA_MINUS) {
                double a = values[below->left], b = values[below->right];
                p.v2 = below->operation == GW_FORMULA_PLUS ? a * a + b * b : a * a - b * b;
            }
            values[k] = p.u / p.v;
            slopes[k] = quotient(now, &p);
            break;
        }
        case GW_FORMULA_POWER:
            values[k] = pow(p.u, p.v);
            slopes[k] = power_slope(now, &p);
            break;
        case GW_FORMULA_NEGATE:
            values[k] = -p.u;
            slopes[k] = now == SIGN_LOST ? p.du : -p.du;
            break;
        case GW_FORMULA_CALL:
            values[k] = function_value(n->function, p.u);
            slopes[k] = chain(now, n->function, &p);
            break;
        }
    }
    *value = values[f->count - 1];
    *slope = slopes[f->count - 1];
}

void gw_formula_walk(const gw_formula *f, double x, gw_formula_rule broken, int32_t where,
                     double *value, double *slope) {
    const double at[2] = {x, NAN};
    walk(f, at, 0, broken, where, value, slope);
}

gw_status gw_formula_plane(const gw_formula *f, const gw_matrix *P, gw_matrix *dP, double *J) {
    GW_TRY(gw_matrix_check_shape(P, 2, 1));
    GW_TRY(gw_matrix_check_shape(dP, 2, 1));
    if (f == NULL || J == NULL)
        return GW_NULL;
    const double at[2] = {P->data[0], P->data[P->stride]};
    double slope[2];
    for (int along = 0; along < 2; along++)
        walk(f, at, along, RIGHT, NOWHERE, J, &slope[along]);
    dP->data[0] = slope[0];
    dP->data[dP->stride] = slope[1];
    return isfinite(*J) && isfinite(slope[0]) && isfinite(slope[1]) ? GW_OK : GW_NOT_FINITE;
}

double gw_formula_value(const gw_formula *f, double x) {
    double value, slope;
    gw_formula_walk(f, x, RIGHT, NOWHERE, &value, &slope);
    return value;
}

double gw_formula_slope(const gw_formula *f, double x) {
    double value, slope;
    gw_formula_walk(f, x, RIGHT, NOWHERE, &value, &slope);
    return isfinite(value) ? slope : NAN;
}

/* ---- Where it has a value ---- */

static int has_value_around(const gw_formula *f, double x, double near) {
    return isfinite(gw_formula_value(f, x)) && isfinite(gw_formula_value(f, x - near)) &&
           isfinite(gw_formula_value(f, x + near));
}

int32_t gw_formula_domain(const gw_formula *f, gw_random *rng, double *points, int32_t count) {
    static const double REACH[2][4] = {{10, 2.5, 2.5, 10}, {0.1, 0.001, 100, 1000}};
    int32_t found = 0;
    for (int round = 0; round < 2 && found < (count + 3) / 4; round++)
        for (int32_t i = 0; i < 60 * count && found < count; i++) {
            double reach = REACH[round][i % 4], x = reach * (2 * gw_random_uniform(rng) - 1);
            if (has_value_around(f, x, 0.02 * fmax(fmin(reach, 1), fabs(x))))
                points[found++] = x;
        }
    return found;
}
