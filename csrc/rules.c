#include "rules.h"

#include <float.h>
#include <math.h>

/* Has a^x a value? Has log_a x one, for any x > 0? */
static int is_base(double a) {
    return a > 0;
}

static int is_log_base(double a) {
    return a > 0 && a != 1;
}

static int is_whole(double n) {
    return n == floor(n);
}

/* Is x too near a pole of tan to tell on which side of it? */
static int at_pole(double x) {
    return fabs(cos(x)) < DBL_EPSILON * fabs(x);
}

static int has_value(gw_function f, double parameter, double x) {
    switch (f) {
    case GW_FN_POWER:
        return x > 0 || (x < 0 && is_whole(parameter)) || (x == 0 && parameter >= 0);
    case GW_FN_EXPONENTIAL:
        return is_base(parameter);
    case GW_FN_LN:
        return x > 0;
    case GW_FN_LOG:
        return x > 0 && is_log_base(parameter);
    case GW_FN_TAN:
        return !at_pole(x);
    case GW_FN_SQRT:
        return x >= 0;
    case GW_FN_ARCSIN:
        return fabs(x) <= 1;
    default:
        return 1;
    }
}

/* Where there is a value but no slope: the curve stands upright. */
static int has_slope(gw_function f, double parameter, double x) {
    if (!has_value(f, parameter, x))
        return 0;
    switch (f) {
    case GW_FN_POWER:
        return x != 0 || parameter >= 1 || parameter == 0;
    case GW_FN_SQRT:
        return x > 0;
    case GW_FN_ARCSIN:
        return fabs(x) < 1;
    default:
        return 1;
    }
}

static double value_of(gw_function f, double parameter, double x) {
    switch (f) {
    case GW_FN_CONSTANT:
        return parameter;
    case GW_FN_POWER:
        return pow(x, parameter);
    case GW_FN_EXPONENTIAL:
        return pow(parameter, x);
    case GW_FN_EXP:
        return exp(x);
    case GW_FN_LN:
        return log(x);
    case GW_FN_LOG:
        return log(x) / log(parameter);
    case GW_FN_SIN:
        return sin(x);
    case GW_FN_COS:
        return cos(x);
    case GW_FN_TAN:
        return tan(x);
    case GW_FN_SQRT:
        return sqrt(x);
    case GW_FN_ARCTAN:
        return atan(x);
    case GW_FN_ARCSIN:
        return asin(x);
    case GW_FN_SINH:
        return sinh(x);
    case GW_FN_COSH:
        return cosh(x);
    case GW_FN_TANH:
        return tanh(x);
    default:
        return NAN;
    }
}

static double slope_of(gw_function f, double parameter, double x) {
    switch (f) {
    case GW_FN_CONSTANT:
        return 0;
    case GW_FN_POWER:
        return parameter == 0 ? 0 : parameter * pow(x, parameter - 1);
    case GW_FN_EXPONENTIAL:
        return pow(parameter, x) * log(parameter);
    case GW_FN_EXP:
        return exp(x);
    case GW_FN_LN:
        return 1 / x;
    case GW_FN_LOG:
        return 1 / (x * log(parameter));
    /* [slope] */
    case GW_FN_SIN:
        return cos(x);
    case GW_FN_COS:
        return -sin(x);
    case GW_FN_TAN:
        return 1 / (cos(x) * cos(x));
    case GW_FN_SQRT:
        return 1 / (2 * sqrt(x));
    case GW_FN_ARCTAN:
        return 1 / (1 + x * x);
    case GW_FN_ARCSIN:
        return 1 / sqrt((1 - x) * (1 + x));
    /* [/slope] */
    case GW_FN_SINH:
        return cosh(x);
    case GW_FN_COSH:
        return sinh(x);
    case GW_FN_TANH:
        return 1 / cosh(x) / cosh(x); /* cosh² would overflow first */
    default:
        return NAN;
    }
}

/* What both ask before they compute. */
static gw_status check(gw_function f, double parameter, double x, const double *out) {
    if (out == NULL)
        return GW_NULL;
    if ((unsigned)f >= GW_FUNCTIONS)
        return GW_RANGE;
    return isfinite(x) && isfinite(parameter) ? GW_OK : GW_NOT_FINITE;
}

static gw_status give(double result, double *out) {
    if (!isfinite(result))
        return GW_NOT_FINITE;
    *out = result;
    return GW_OK;
}

gw_status gw_rules_value(gw_function f, double parameter, double x, double *value) {
    GW_TRY(check(f, parameter, x, value));
    return has_value(f, parameter, x) ? give(value_of(f, parameter, x), value) : GW_DOMAIN;
}

gw_status gw_rules_slope(gw_function f, double parameter, double x, double *slope) {
    GW_TRY(check(f, parameter, x, slope));
    return has_slope(f, parameter, x) ? give(slope_of(f, parameter, x), slope) : GW_DOMAIN;
}

/* [rules] */
double gw_rules_sum(double df, double dg) {
    return df + dg;
}

double gw_rules_difference(double df, double dg) {
    return df - dg;
}

double gw_rules_product(double f, double df, double g, double dg) {
    return df * g + f * dg;
}

double gw_rules_multiple(double C, double df) {
    return C * df;
}

gw_status gw_rules_quotient(double f, double df, double g, double dg, double *slope) {
    if (slope == NULL)
        return GW_NULL;
    if (g == 0)
        return GW_DOMAIN;
    return give((df * g - f * dg) / (g * g), slope);
}
/* [/rules] */
