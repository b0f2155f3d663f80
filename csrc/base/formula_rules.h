/* The rules of differentiation and how each is broken: between formula.c, which
 * follows them, and formula_diagnose.c, which finds out which one was broken. */
#ifndef GW_FORMULA_RULES_H
#define GW_FORMULA_RULES_H

#include "formula.h"

#ifndef GW_CDEF
typedef enum {
    RIGHT = 0,
    PRODUCT_FIRST_HALF,
    PRODUCT_SECOND_HALF,
    PRODUCT_OF_SLOPES,
    QUOTIENT_SIGN,
    QUOTIENT_TURNED,
    QUOTIENT_NOT_SQUARED,
    QUOTIENT_SQUARED_BY_TERMS,
    QUOTIENT_OF_SLOPES,
    POWER_OFF_BY_ONE,
    POWER_NOT_BROUGHT_DOWN,
    MISSING_LOGARITHM,
    POWER_RULE_ON_EXPONENTIAL,
    SIGN_LOST,
    MISSING_INNER_DERIVATIVE,
    MISSING_OUTER_DERIVATIVE,
    OUTER_SLOPE_AT_X,
    INNER_SLOPE_INSIDE,
    SIGN_OF_FUNCTION,
    FUNCTION_NOT_DIFFERENTIATED,
    BREAKABLE, /* what follows is said of the whole */
    SIGN = BREAKABLE,
    SCALE,
    ZERO,
    NOT_FINITE,
    UNKNOWN,
    RULES
} gw_formula_rule;

enum { NOWHERE = -1, THROUGHOUT = -2 };

/* Value and slope of the whole at x, with a rule broken in one node, or in all. */
void gw_formula_walk(const gw_formula *f, double x, gw_formula_rule broken, int32_t where,
                     double *value, double *slope);
#endif

#endif
